package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisSentinels;
import dev.lockproof.testservers.RedisServer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster and Sentinels that speak TLS, and ask for a user and a password. */
@Timeout(120)
class TlsGroupsTest extends TlsFixture {

    private static final String USER = "locks:right7@";
    private static final String WITHOUT = "speaks TLS on this port (rediss:// is with, redis:// without;";

    /** Enough for each of three servers to have some. */
    private static final int KEYS = 30;

    private static RedisCluster cluster;
    private static RedisSentinels sentinels;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.startWithTls(CERTIFICATE);
        sentinels = RedisSentinels.startWithTls(CERTIFICATE);
        cluster.servers().forEach(TlsFixture::addUser);
        List.of(sentinels.primary(), sentinels.replica()).forEach(TlsFixture::addUser);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        sentinels.close();
    }

    private static String clusterUri(String user) {
        return "rediss://" + user + "127.0.0.1:" + cluster.servers().get(0).tlsPort() + "?timeout=2s";
    }

    private static String sentinelsUri(String user) {
        return sentinels.tlsUri(user).replace("/0#", "/0?timeout=2s#");
    }

    @Test
    void eachServerOfAClusterIsReachedByTlsAsTheUserOfTheUri() {
        try (LockProvider provider = RedisLockProvider.ofCluster(clusterUri(USER))) {
            for (int i = 0; i < KEYS; i++) {
                lockWaitAndBeWoken(provider, newKey());
            }
            cluster.servers().forEach(TlsFixture::connectionsByTls);
        }
    }

    @Test
    void locksGoOnByTlsWhenAReplicaTookOver() {
        try (LockProvider provider = RedisLockProvider.of(sentinelsUri(USER))) {
            lockWaitAndBeWoken(provider, newKey());
            connectionsByTls(sentinels.currentPrimary());
            LockKey key = newKey();
            Lease lease = acquire(provider, key);
            RedisServer primary = sentinels.currentPrimary();
            RedisServer replica = primary == sentinels.primary() ? sentinels.replica() : sentinels.primary();
            Await.until("the replica has it", () -> !StoredLock.of(replica, key).isFree());
            primary.kill();
            Await.until("the replica is the primary", () -> isRenewed(provider, lease));
            lockWaitAndBeWoken(provider, newKey());
            assertThat(provider.tryAcquire(key, OwnerId.random(), TTL)).isInstanceOf(Attempt.Busy.class);
            connectionsByTls(replica);
        }
    }

    private static boolean isRenewed(LockProvider provider, Lease lease) {
        try {
            return provider.renew(lease, TTL);
        } catch (LockBackendException e) {
            return false;
        }
    }

    @Test
    void aCertificateThatIsNotTrustedIsSaid() {
        distrust();
        assertRefused(USER, "not trusted here", "javax.net.ssl.trustStore");
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertRefused("locks:wrong7@", "WRONGPASS", "user and password are right in the URI");
    }

    private static void assertRefused(String user, String... says) {
        assertSaid(() -> RedisLockProvider.ofCluster(clusterUri(user)), "the cluster of Redis at 127.0.0.1:", says);
        assertSaid(() -> RedisLockProvider.of(sentinelsUri(user)), "the primary locks of the Sentinels", says);
    }

    @Test
    void aUriWithoutTlsIsToldOfIt() {
        assertSaid(
                () -> RedisLockProvider.ofCluster(clusterUri(USER).replace("rediss:", "redis:")),
                "the cluster of Redis at 127.0.0.1:",
                WITHOUT);
        assertSaid(
                () -> RedisLockProvider.of(sentinelsUri(USER).replace("rediss-", "redis-")),
                "the primary locks of the Sentinels",
                WITHOUT,
                "rediss-sentinel:// is for Sentinels");
    }

    @Test
    void aPrimaryThatSpeaksTlsBehindSentinelsThatAlsoDoWithoutIsSaid() {
        assertSaid(
                () -> RedisLockProvider.of(sentinels.uri()),
                "the primary locks of the Sentinels",
                WITHOUT,
                "rediss-sentinel:// is for Sentinels");
    }

    @Test
    void aPrimaryThatTheSentinelsKnowByAnotherNameIsSaid() {
        assertSaid(
                () -> RedisLockProvider.of(sentinelsUri(USER).replace("#locks", "#others")),
                "the primary others of the Sentinels",
                "names the primary after #",
                "SENTINEL MASTERS");
    }

    private static void assertSaid(ThrowingCallable connecting, String name, String... says) {
        assertThatThrownBy(connecting)
                .isInstanceOf(LockBackendException.class)
                .hasMessageStartingWith("No connection to " + name)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(says))
                .satisfies(TlsFixture::assertShowsNoPassword);
    }
}
