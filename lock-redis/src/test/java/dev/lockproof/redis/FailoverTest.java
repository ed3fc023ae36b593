package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisSentinels;
import dev.lockproof.testservers.RedisServer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A replica takes the place of a primary that is gone. */
@Timeout(120)
@Tag("extended")
class FailoverTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final LockKey key = new LockKey("Account:" + OwnerId.random());

    /** Replication is not waited for. Both believe, the later one has the larger token, and the store refuses the earlier. */
    @Test
    void aReplicaThatMissedTheLockGrantsItAgainUnderALargerToken() {
        try (RedisSentinels servers = RedisSentinels.start();
                LockProvider provider = RedisLockProvider.of(servers.uri())) {
            Lease before = acquireInTheEnd(provider);
            provider.release(before);
            Await.until(
                    "the replica is up to date",
                    () -> StoredLock.of(servers.replica(), key).isFree());
            servers.stopReplication();
            Lease lease = acquireInTheEnd(provider);
            servers.primary().kill();
            Lease next = acquireInTheEnd(provider);
            assertThat(next.token()).isGreaterThan(lease.token());
            assertThat(provider.renew(lease, LONG)).isFalse();
        }
    }

    /** Who is still connected to the earlier primary may hold there, until the Sentinels make a replica of it. */
    @Test
    void aPrimaryThatGoesOnAfterItsReplicaTookOverIsLeftInTheEnd() {
        try (RedisSentinels servers = RedisSentinels.start();
                LockProvider provider = RedisLockProvider.of(servers.uri())) {
            servers.primary().pause();
            Await.until("the replica took over", () -> servers.currentPrimary() == servers.replica());
            try (LockProvider other = RedisLockProvider.of(servers.uri())) {
                Lease lease = acquireInTheEnd(other);
                servers.primary().resume();
                Await.until("both ask the same server", () -> isBusy(provider));
                assertThat(other.renew(lease, LONG)).isTrue();
            }
        }
    }

    private boolean isBusy(LockProvider provider) {
        OwnerId owner = OwnerId.random();
        try {
            if (provider.tryAcquire(key, owner, LONG) instanceof Attempt.Granted granted) {
                provider.release(granted.lease());
                return false;
            }
            return true;
        } catch (LockBackendException e) {
            return false;
        }
    }

    @Test
    void aReplicaThatKnowsTheLockKeepsIt() {
        try (RedisSentinels servers = RedisSentinels.start();
                LockProvider provider = RedisLockProvider.of(servers.uri())) {
            Lease lease = acquireInTheEnd(provider);
            Await.until(
                    "the replica has it",
                    () -> StoredLock.of(servers.replica(), key).isHeldBy(lease.owner()));
            servers.primary().kill();
            Await.until("the replica is the primary", () -> isRenewed(provider, lease));
            assertThat(provider.tryAcquire(key, OwnerId.random(), LONG)).isInstanceOf(Attempt.Busy.class);
        }
    }

    @Test
    void aClusterThatLosesAPrimaryKeepsItsLocksAndWhoWaitsIsToldByTheReplicaThatTookOver() {
        try (RedisCluster cluster = RedisCluster.startWithReplicas(RedisServer.Version.NEW);
                LockProvider provider = RedisLockProvider.ofCluster(
                        cluster.servers().get(0).uri(), cluster.servers().get(1).uri())) {
            Lease lease = acquireInTheEnd(provider);
            AtomicInteger woken = new AtomicInteger();
            OwnerId waiter = OwnerId.random();
            Subscription waiting = provider.await(key, waiter, woken::incrementAndGet);
            assertThat(isHeard(provider, waiter)).isTrue();
            RedisServer primary = cluster.servers().stream()
                    .filter(server ->
                            server.commands().keys(StoredLock.name(key)).size() == 1 && isPrimary(server))
                    .findFirst()
                    .orElseThrow();
            awaitReplication(primary, lease);
            primary.kill();
            Await.until("the lock can be renewed", () -> isRenewed(provider, lease));
            Await.until("the waiter is heard", () -> isHeard(provider, waiter));
            int before = woken.get();
            provider.release(lease);
            Await.until("the waiter is woken by the release", () -> woken.get() > before);
            Attempt.Granted granted = (Attempt.Granted) provider.tryAcquire(key, waiter, LONG);
            assertThat(granted.lease().token()).isGreaterThan(lease.token());
            waiting.close();
        }
    }

    /** What this connection has written there last comes after the lease. */
    private static void awaitReplication(RedisServer primary, Lease lease) {
        primary.commands().set(StoredLock.name(lease.key()) + "later", "");
        assertThat(primary.commands().waitForReplication(1, LONG.toMillis())).isEqualTo(1);
    }

    private boolean isHeard(LockProvider provider, OwnerId waiter) {
        try {
            Attempt.Busy busy = (Attempt.Busy) provider.tryAcquire(key, waiter, LONG);
            return busy.retryAfter().compareTo(Leases.ASK_IF_DEAF) > 0;
        } catch (LockBackendException e) {
            return false;
        }
    }

    @Test
    void aClusterWhoseFormerPrimaryStaysAwayCanBeConnectedTo() {
        try (RedisCluster cluster = RedisCluster.startWithReplicas(RedisServer.Version.NEW)) {
            RedisServer replica = cluster.servers().get(3);
            cluster.servers().get(0).kill();
            Await.until("the replica took over", () -> isPrimary(replica));
            RedisServer other = cluster.servers().get(1);
            Await.until("the others know", () -> other.commands().clusterNodes().contains("master,fail "));
            try (LockProvider provider = RedisLockProvider.ofCluster(other.uri())) {
                acquireInTheEnd(provider);
            }
        }
    }

    private static boolean isPrimary(RedisServer server) {
        return server.commands().info("replication").contains("role:master");
    }

    private static boolean isRenewed(LockProvider provider, Lease lease) {
        try {
            return provider.renew(lease, LONG);
        } catch (LockBackendException e) {
            return false;
        }
    }

    private Lease acquireInTheEnd(LockProvider provider) {
        OwnerId owner = OwnerId.random();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() - end < 0) {
            try {
                if (provider.tryAcquire(key, owner, LONG) instanceof Attempt.Granted granted) {
                    return granted.lease();
                }
            } catch (LockBackendException e) {
                assertThat(e).hasMessageContaining(key.toString());
            }
        }
        throw new AssertionError("Not granted within 60 s");
    }
}
