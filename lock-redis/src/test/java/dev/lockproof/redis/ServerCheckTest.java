package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that a provider refuses, warns of, or can't reach; and what it says then. */
@Timeout(60)
class ServerCheckTest {

    private static final Duration TTL = Duration.ofSeconds(30);

    private final RedisServer server = RedisServer.start(RedisServer.Version.NEW);
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger = Logger.getLogger("dev.lockproof.redis");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord event) {
            warnings.add(event.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        server.close();
    }

    private void acquireOnce(RedisLockProvider provider) {
        try (provider) {
            assertThat(provider.tryAcquire(new LockKey("key " + OwnerId.random()), OwnerId.random(), TTL))
                    .isInstanceOf(Attempt.Granted.class);
        }
    }

    @Test
    void aServerThatEvictsAnyKeyIsRefused() {
        server.commands().configSet("maxmemory-policy", "allkeys-lru");
        assertThatThrownBy(() -> RedisLockProvider.of(server.uri()))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("allkeys-lru")
                .hasMessageContaining("CONFIG SET maxmemory-policy noeviction");
    }

    @Test
    void aServerThatMayEvictLeasesIsWarnedOf() {
        server.commands().configSet("maxmemory-policy", "volatile-lru");
        acquireOnce(RedisLockProvider.of(server.uri()));
        assertThat(warnings).isEmpty();
        server.commands().configSet("maxmemory", "100mb");
        acquireOnce(RedisLockProvider.of(server.uri()));
        assertThat(warnings).singleElement().asString().contains("volatile-lru");
    }

    @Test
    void aServerThatKeepsNothingOnDiskIsWarnedOf() {
        server.commands().configSet("appendonly", "no");
        acquireOnce(RedisLockProvider.of(server.uri()));
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("keeps nothing on disk")
                .contains("appendonly");
    }

    private RedisLockProvider connectWithout(CommandType forbidden) {
        server.commands()
                .aclSetuser(
                        "limited",
                        AclSetuserArgs.Builder.on()
                                .addPassword("secret7")
                                .allKeys()
                                .allChannels()
                                .allCommands()
                                .removeCommand(forbidden));
        return RedisLockProvider.of("redis://limited:secret7@127.0.0.1:" + server.port());
    }

    @Test
    void aServerThatDoesNotTellAboutItselfIsWarnedOf() {
        acquireOnce(connectWithout(CommandType.INFO));
        assertThat(warnings).singleElement().asString().contains("INFO").contains("noeviction");
    }

    @Test
    void whatAUserMayNotDoWithinAScriptComesWithItsRights() {
        try (RedisLockProvider provider = connectWithout(CommandType.TIME)) {
            assertThatThrownBy(() -> provider.tryAcquire(new LockKey("key"), OwnerId.random(), TTL))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("ACL SETUSER");
        }
    }

    @Test
    void aReleaseThatIsRefusedIsWarnedOf() {
        try (RedisLockProvider provider = connectWithout(CommandType.ZPOPMIN)) {
            Attempt granted = provider.tryAcquire(new LockKey("key"), OwnerId.random(), TTL);
            provider.release(((Attempt.Granted) granted).lease());
        }
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("The release of the lock key")
                .contains("ACL SETUSER")
                .contains("ends by itself");
    }

    /** The client tells what the server answered or, if that wins the race, that it closed the connection for it. */
    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        server.commands().configSet("requirepass", "right7");
        assertThatThrownBy(() -> RedisLockProvider.of("redis://:wrong7@127.0.0.1:" + server.port()))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("user and password")
                .satisfies(ServerCheckTest::showsNoPassword);
        assertThatThrownBy(() -> RedisLockProvider.of(server.uri()))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("user and password");
    }

    @Test
    void whoMayNotSayThatALockIsFreeReleasesItAndIsToldSo() {
        LockKey key = new LockKey("key");
        OwnerId waiter = OwnerId.random();
        try (RedisLockProvider mute = connectWithout(CommandType.PUBLISH);
                RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            Lease held = ((Attempt.Granted) mute.tryAcquire(key, OwnerId.random(), TTL)).lease();
            Subscription waiting = other.await(key, waiter, () -> {});
            assertThat(other.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Busy.class);
            mute.release(held);
            Await.until(
                    "it is granted to the waiter",
                    () -> StoredLock.of(server, key).isHeldBy(waiter));
            Await.until("it is said", () -> !warnings.isEmpty());
            assertThat(other.tryAcquire(key, waiter, TTL)).isInstanceOf(Attempt.Granted.class);
            waiting.close();
        }
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("release of the lock key was carried out")
                .contains("could not be told")
                .contains("+@pubsub");
    }

    @Test
    void aUriThatIsNoneIsRefusedAndNotShown() {
        for (String uri : List.of("redis://user:wrong7@ho st", "localhost:6379", "http://user:wrong7@host", "")) {
            assertThatThrownBy(() -> RedisLockProvider.of(uri))
                    .as(uri)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("redis://user:password@host:port")
                    .satisfies(ServerCheckTest::showsNoPassword);
        }
    }

    private static void showsNoPassword(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("wrong7");
        }
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        server.kill();
        assertThatThrownBy(() -> RedisLockProvider.of(server.uri()))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("See whether the server runs");
    }

    @Test
    void aServerIsNotACluster() {
        assertThatThrownBy(() -> RedisLockProvider.ofCluster(server.uri()))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("cluster");
    }

    @Test
    void aServerOfAClusterThatIsAwayIsWarnedOf() {
        try (RedisCluster cluster = RedisCluster.start(RedisServer.Version.NEW)) {
            RedisServer away = cluster.servers().get(2);
            away.kill();
            RedisLockProvider.ofCluster(cluster.servers().get(0).uri()).close();
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:" + away.port())
                    .contains("noeviction");
        }
    }

    @Test
    void theDatabaseNumberOfTheUriCounts() {
        acquireOnce(RedisLockProvider.of(server.uri() + "/3"));
        assertThat(server.commands().info("keyspace")).contains("db3:").doesNotContain("db0:");
    }

    @Test
    void aClientOfTheUsersIsNotShutDown() {
        RedisClient client = RedisClient.create();
        RedisURI uri = RedisURI.create(server.uri());
        acquireOnce(RedisLockProvider.builder(client, uri).build());
        acquireOnce(RedisLockProvider.builder(client, uri).keyPrefix("other").build());
        client.shutdown();
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        RedisLockProviderBuilder builder = RedisLockProvider.builder(server.uri());
        assertThatThrownBy(() -> builder.keyPrefix("a}b")).hasMessageContaining("without braces");
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).hasMessageContaining("1 ms or more");
        assertThatThrownBy(() -> builder.forgetAfter(Duration.ofSeconds(1))).hasMessageContaining("a minute or more");
        assertThatThrownBy(() -> RedisLockProvider.builder(server.uri() + "?timeout=0s"))
                .hasMessageContaining("1 ms or more");
        for (String again : List.of(server.uri(), server.uri() + "/1", server.uri() + "?timeout=1s")) {
            assertThatThrownBy(() -> RedlockProvider.builder(server.uri(), "redis://other", again))
                    .as(again)
                    .hasMessageContaining("127.0.0.1:" + server.port() + " is given twice");
        }
    }

    @Test
    void aTokenMayBeKeptForEver() {
        acquireOnce(RedisLockProvider.builder(server.uri())
                .forgetAfter(ChronoUnit.FOREVER.getDuration())
                .build());
        assertThat(server.commands().keys("*"))
                .singleElement()
                .satisfies(key -> assertThat(server.commands().pttl(key))
                        .isGreaterThan(Duration.ofDays(36_000).toMillis()));
    }

    @Test
    void anInterruptedWaitIsNoFaultOfTheServer() {
        try (RedisLockProvider provider = RedisLockProvider.of(server.uri())) {
            Thread.currentThread().interrupt();
            provider.await(new LockKey("key"), OwnerId.random(), () -> {}).close();
            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
            assertThat(warnings).isEmpty();
        }
    }

    @Test
    void aLockIsHeldBySomebodyWithAName() {
        try (RedisLockProvider provider = RedisLockProvider.builder(server.uri())
                        .processName("payments-7")
                        .build();
                RedisLockProvider other = RedisLockProvider.of(server.uri())) {
            provider.tryAcquire(new LockKey("key"), OwnerId.random(), TTL);
            Attempt.Busy busy = (Attempt.Busy) other.tryAcquire(new LockKey("key"), OwnerId.random(), TTL);
            assertThat(busy.holder())
                    .contains("payments-7")
                    .contains(Thread.currentThread().getName());
            assertThat(busy.retryAfter()).isBetween(Duration.ofSeconds(25), TTL);
        }
    }
}
