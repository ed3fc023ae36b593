package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
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
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that speak TLS; and what is said where one side does not, does not trust the other, or has another name. */
@Timeout(60)
class TlsTest {

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    private static final ServerCertificate CERTIFICATE = ServerCertificate.create("ip:127.0.0.1");

    private final LockKey key = new LockKey("Account:" + OwnerId.random());
    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.startWithTls(CERTIFICATE);
        server.commands()
                .aclSetuser(
                        "locks",
                        AclSetuserArgs.Builder.on()
                                .addPassword("right7")
                                .allKeys()
                                .allChannels()
                                .allCommands());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

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

    /** Gives the URI of a user and a database, by TLS. */
    private static String uri(String password, String host, int port) {
        return "rediss://locks:" + password + "@" + host + ":" + port + "/3?timeout=2s";
    }

    private static String goodUri() {
        return uri("right7", "127.0.0.1", server.tlsPort());
    }

    private void lockWaitAndBeWoken(LockProvider provider) {
        AtomicInteger woken = new AtomicInteger();
        Lease held = ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), TTL)).lease();
        OwnerId owner = OwnerId.random();
        Subscription waiting = provider.await(key, owner, woken::incrementAndGet);
        assertThat(provider.tryAcquire(key, owner, TTL)).isInstanceOf(Attempt.Busy.class);
        provider.release(held);
        Await.until("the waiter is woken", () -> woken.get() > 0);
        Attempt attempt = provider.tryAcquire(key, owner, TTL);
        waiting.close();
        assertThat(attempt).isInstanceOf(Attempt.Granted.class);
    }

    /** Each connection: that for commands, and that for messages. */
    private static void assertEachConnectionIsOfTheUserByTls(int database) {
        List<String> connections = server.commands()
                .clientList()
                .lines()
                .filter(line -> line.contains(" user=locks "))
                .toList();
        assertThat(connections)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.contains(" laddr=127.0.0.1:" + server.tlsPort() + " "))
                .allMatch(line -> line.contains(" db=" + database + " "));
    }

    @Test
    void userPasswordAndDatabaseOfTheUriCountByTls() {
        try (LockProvider provider = RedisLockProvider.of(goodUri())) {
            lockWaitAndBeWoken(provider);
            assertEachConnectionIsOfTheUserByTls(3);
            assertThat(server.commands().info("keyspace")).contains("db3:").doesNotContain("db0:");
        }
    }

    @Test
    void serversOfRedlockSpeakTls() {
        try (RedisServer second = RedisServer.startWithTls(CERTIFICATE);
                RedisServer third = RedisServer.startWithTls(CERTIFICATE);
                LockProvider provider = RedlockProvider.of(
                        goodUri(), "rediss://127.0.0.1:" + second.tlsPort(), "rediss://127.0.0.1:" + third.tlsPort())) {
            lockWaitAndBeWoken(provider);
            assertEachConnectionIsOfTheUserByTls(3);
        }
    }

    @Test
    void aClientOfTheUsersKnowsWhomToTrust() {
        distrust();
        RedisClient client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .sslOptions(SslOptions.builder()
                        .trustManager(CERTIFICATE.certificate().toFile())
                        .build())
                .build());
        try (LockProvider provider =
                RedisLockProvider.builder(client, RedisURI.create(goodUri())).build()) {
            lockWaitAndBeWoken(provider);
        }
        client.shutdown();
    }

    @Test
    void aCertificateThatIsNotTrustedIsRefusedAndItIsSaidWhereToAddIt() {
        distrust();
        assertRefused(goodUri(), "not trusted here", "javax.net.ssl.trustStore");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        assertRefused(
                uri("right7", "localhost", server.tlsPort()), "localhost", "names the host as the certificate does");
    }

    /** See {@code ServerCheckTest} for why not always the server's own words are told. */
    @Test
    void aWrongPasswordIsSaid() {
        assertRefused(uri("wrong7", "127.0.0.1", server.tlsPort()), "user and password are right");
    }

    @Test
    void aUriWithoutTlsIsToldOfIt() {
        assertRefused(goodUri().replace("rediss:", "redis:"), "speaks TLS on this port (rediss:// is with");
    }

    @Test
    void aPortWithoutTlsIsSaid() {
        String uri = uri("right7", "127.0.0.1", server.port());
        assertRefused(uri.replace("=2s", "=500ms"), "speaks TLS on this port", "redis:// without");
    }

    private static void assertRefused(String uri, String... says) {
        List<ThrowingCallable> all = List.of(
                () -> RedisLockProvider.of(uri),
                () -> RedisLockProvider.ofCluster(uri),
                () -> RedlockProvider.of(uri, uri.replace("/3", "/4"), uri.replace("/3", "/5")));
        for (ThrowingCallable connecting : all) {
            assertThatThrownBy(connecting)
                    .isInstanceOf(LockBackendException.class)
                    .satisfies(failure -> assertThat(failure.getMessage()).contains(says))
                    .satisfies(TlsTest::showsNoPassword);
        }
    }

    private static void showsNoPassword(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("right7", "wrong7");
    }
}
