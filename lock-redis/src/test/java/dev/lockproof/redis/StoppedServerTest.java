package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that lets clients connect, and says nothing to them: the timeout is for that, too. */
@Timeout(60)
class StoppedServerTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final int SOON = 10;

    private final LockKey key = new LockKey("key");
    private RedisServer server;

    @BeforeEach
    void start() {
        server = RedisServer.start(RedisServer.Version.NEW);
    }

    @AfterEach
    void close() {
        server.resume();
        server.close();
    }

    private RedisLockProvider connect() {
        return RedisLockProvider.builder(server.uri()).timeout(TIMEOUT).build();
    }

    private static void assertNotConnected(RedisLockProviderBuilder builder) {
        assertThatThrownBy(() -> builder.timeout(TIMEOUT).build()).isInstanceOf(LockBackendException.class);
    }

    @Test
    @Timeout(SOON)
    void itIsNotConnectedTo() {
        server.pause();
        assertNotConnected(RedisLockProvider.builder(server.uri()));
    }

    @Test
    @Timeout(SOON)
    void itIsNotConnectedToByAClientOfTheUsers() {
        server.pause();
        RedisClient client = RedisClient.create();
        RedisURI uri = RedisURI.create(server.uri());
        assertNotConnected(RedisLockProvider.builder(client, uri));
        assertThat(uri.getTimeout()).as("the user's own").isEqualTo(RedisURI.DEFAULT_TIMEOUT_DURATION);
        client.shutdown();
    }

    @Test
    @Timeout(SOON)
    void itIsNotConnectedToAsASentinel() {
        server.pause();
        assertNotConnected(RedisLockProvider.builder("redis-sentinel://127.0.0.1:" + server.port() + "#primary"));
    }

    @Test
    @Timeout(SOON)
    void itIsNotConnectedToAsTheSeedOfACluster() {
        server.pause();
        assertNotConnected(RedisLockProvider.clusterBuilder(server.uri()));
    }

    @Test
    void aClusterIsConnectedToWithoutIt() {
        try (RedisCluster cluster = RedisCluster.start(RedisServer.Version.NEW)) {
            RedisServer stopped = cluster.servers().get(2);
            stopped.pause();
            connectSoon(cluster.servers().get(0)).close();
            stopped.resume();
        }
    }

    private static RedisLockProvider connectSoon(RedisServer seed) {
        long start = System.nanoTime();
        RedisLockProvider provider =
                RedisLockProvider.clusterBuilder(seed.uri()).timeout(TIMEOUT).build();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(SOON));
        return provider;
    }

    @Test
    @Timeout(SOON)
    void aWaitBeginsWithoutHearing() {
        try (RedisLockProvider provider = connect()) {
            server.pause();
            provider.await(key, OwnerId.random(), () -> {});
        }
    }

    @Test
    @Timeout(SOON)
    void aProviderIsClosedWhileAWaitBegins() {
        RedisLockProvider provider = connect();
        server.pause();
        Thread waiter = new Thread(() -> {
            Subscription unused = provider.await(key, OwnerId.random(), () -> {});
        });
        waiter.setDaemon(true);
        waiter.start();
        Await.until(
                "it tries to listen",
                () -> waiter.getState() == Thread.State.TIMED_WAITING || waiter.getState() == Thread.State.WAITING);
        provider.close();
    }
}
