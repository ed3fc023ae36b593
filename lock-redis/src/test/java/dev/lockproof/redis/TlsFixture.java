package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import dev.lockproof.testservers.ServerCertificate;
import io.lettuce.core.AclSetuserArgs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A certificate that this JVM trusts during a test, a user, and what has to be the case where both are right. */
abstract class TlsFixture {

    static final Duration TTL = Duration.ofSeconds(30);
    static final ServerCertificate CERTIFICATE = ServerCertificate.create("ip:127.0.0.1");

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    @BeforeEach
    void trust() {
        System.setProperty(TRUST_STORE, CERTIFICATE.trustStore().toString());
        System.setProperty(TRUST_STORE + "Password", ServerCertificate.PASSWORD);
    }

    @AfterEach
    void distrust() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
    }

    static void addUser(RedisServer server) {
        server.commands()
                .aclSetuser(
                        "locks",
                        AclSetuserArgs.Builder.on()
                                .addPassword("right7")
                                .allKeys()
                                .allChannels()
                                .allCommands());
    }

    static LockKey newKey() {
        return new LockKey("Account:" + OwnerId.random());
    }

    static Lease acquire(LockProvider provider, LockKey key) {
        return ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), TTL)).lease();
    }

    static void lockWaitAndBeWoken(LockProvider provider, LockKey key) {
        AtomicInteger woken = new AtomicInteger();
        Lease held = acquire(provider, key);
        OwnerId owner = OwnerId.random();
        Subscription waiting = provider.await(key, owner, woken::incrementAndGet);
        assertThat(provider.tryAcquire(key, owner, TTL)).isInstanceOf(Attempt.Busy.class);
        provider.release(held);
        Await.until("the waiter is woken", () -> woken.get() > 0);
        Attempt attempt = provider.tryAcquire(key, owner, TTL);
        waiting.close();
        assertThat(attempt).isInstanceOf(Attempt.Granted.class);
        provider.release(((Attempt.Granted) attempt).lease());
    }

    /** Those for commands, and those for messages. */
    static List<String> connectionsByTls(RedisServer server) {
        List<String> connections = server.commands()
                .clientList()
                .lines()
                .filter(line -> line.contains(" user=locks "))
                .toList();
        assertThat(connections)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.contains(" laddr=127.0.0.1:" + server.tlsPort() + " "));
        return connections;
    }

    static void assertShowsNoPassword(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("right7", "wrong7");
    }
}
