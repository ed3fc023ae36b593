package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one server, and what is done to its data, can do to a lock; docs/how-to/use-redis.md has the table of it. */
@Timeout(120)
class FaultsTest extends FaultFixture {

    private static final Duration SHORT = Duration.ofMillis(500);

    @Test
    void aServerThatStopsForLessThanALeaseKeepsIt() {
        Lease lease = acquire(provider, LONG);
        server.pause();
        assertThatThrownBy(() -> provider.renew(lease, LONG))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("did not answer in time")
                .hasMessageContaining("the change may have been carried out");
        server.resume();
        assertThat(provider.renew(lease, LONG)).isTrue();
        assertThat(attempt(other)).isInstanceOf(Attempt.Busy.class);
    }

    @Test
    void aServerThatStopsForLongerThanALeaseGivesItToTheNext() {
        Lease lease = acquire(provider, SHORT);
        server.pause();
        OwnerId unlucky = OwnerId.random();
        assertThatThrownBy(() -> other.tryAcquire(key, unlucky, LONG)).isInstanceOf(LockBackendException.class);
        other.release(new Lease(key, unlucky, 0));
        server.resume();
        Lease next = acquireInTheEnd(other);
        assertThat(next.token()).isGreaterThan(lease.token());
        assertThat(provider.renew(lease, LONG)).as("the lease that ran out").isFalse();
        assertThat(other.renew(next, LONG)).isTrue();
    }

    /** What the client gave up is carried out by the server later, and then released: nobody would know the owner. */
    @Test
    void anAttemptThatWasGivenUpLeavesNothingLocked() {
        server.pause();
        OwnerId owner = OwnerId.random();
        assertThatThrownBy(() -> provider.tryAcquire(key, owner, LONG)).isInstanceOf(LockBackendException.class);
        provider.release(new Lease(key, owner, 0));
        server.resume();
        acquireInTheEnd(other);
    }

    @Test
    void aServerThatCrashesKeepsLeasesAndTokensOnItsDisk() {
        Lease lease = acquire(provider, LONG);
        server.restart();
        Await.until("the connection is back", () -> isRenewed(lease));
        assertThat(attempt(other)).isInstanceOf(Attempt.Busy.class);
        provider.release(lease);
        assertThat(acquireInTheEnd(other).token()).isGreaterThan(lease.token());
    }

    private boolean isRenewed(Lease lease) {
        try {
            return provider.renew(lease, LONG);
        } catch (LockBackendException e) {
            return false;
        }
    }

    /** Two believe from now on: only the store can tell them apart, and the token lets it. */
    @Test
    void aServerThatComesBackWithoutDataGrantsTheLockAgainUnderALargerToken() {
        Lease lease = acquire(provider, LONG);
        server.restartEmpty();
        Lease next = acquireInTheEnd(other);
        assertThat(next.token()).isGreaterThan(lease.token());
        Await.until("the connection is back", () -> !isUnknown(lease));
        assertThat(provider.renew(lease, LONG)).isFalse();
        provider.release(lease);
        assertThat(other.renew(next, LONG))
                .as("the release of the earlier holder ends nothing")
                .isTrue();
    }

    /** As from a backup, or as a replica that had lost touch: leases that are over hold again, and tokens grow all the same. */
    @Test
    void aServerThatComesBackWithOldDataDoesNotLetTokensShrink() {
        Lease earlier = acquire(provider, LONG);
        server.keepData();
        provider.release(earlier);
        Lease lease = acquireInTheEnd(provider);
        server.restartWithKeptData();
        Await.until("the connection is back", () -> !isUnknown(lease));
        assertThat(provider.renew(lease, LONG))
                .as("the lease that the server forgot")
                .isFalse();
        assertThat(attempt(other)).as("while the lease holds that was released").isInstanceOf(Attempt.Busy.class);
        server.commands().del(StoredLock.name(key)); // or waits until it has run out
        Lease next = acquireInTheEnd(other);
        assertThat(next.token()).isGreaterThan(lease.token());
    }

    private boolean isUnknown(Lease lease) {
        try {
            boolean unused = provider.renew(lease, LONG);
            return false;
        } catch (LockBackendException e) {
            return true;
        }
    }

    @Test
    void dataThatIsFlushedDoesNotLetTokensShrink() {
        long last = 0;
        for (int i = 0; i < 50; i++) {
            Lease lease = acquire(provider, LONG);
            assertThat(lease.token()).isGreaterThan(last);
            last = lease.token();
            provider.release(lease);
            if (i % 10 == 9) {
                Await.until("it is released", () -> StoredLock.of(server, key).isFree());
                server.commands().flushall();
            }
        }
    }

    @Test
    void aKeyThatIsDeletedByHandFreesTheLockAndTheEarlierHolderIsTold() {
        Lease lease = acquire(provider, LONG);
        server.commands().del(StoredLock.name(key));
        Lease next = acquire(other, LONG);
        assertThat(next.token()).isGreaterThan(lease.token());
        assertThat(provider.renew(lease, LONG)).isFalse();
        assertThat(provider.advance(lease, next.token() + 10)).isInstanceOf(Attempt.Busy.class);
    }

    @Test
    void aFenceThatIsLostDoesNotLetTokensShrink() {
        Lease lease = acquire(provider, LONG);
        provider.release(lease);
        Await.until("it is released", () -> StoredLock.of(server, key).isFree());
        server.commands().del(StoredLock.name(key));
        assertThat(acquire(other, LONG).token()).isGreaterThan(lease.token());
    }

    @Test
    void scriptsThatAreForgottenAreSentAgainToWhoHoldsAndWhoWaits() {
        AtomicInteger woken = new AtomicInteger();
        Lease lease = acquire(provider, LONG);
        OwnerId waiter = OwnerId.random();
        Subscription waiting = other.await(key, waiter, woken::incrementAndGet);
        assertThat(other.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Busy.class);
        server.commands().scriptFlush();
        assertThat(other.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Busy.class);
        server.commands().scriptFlush();
        assertThat(provider.renew(lease, LONG)).isTrue();
        server.commands().scriptFlush();
        provider.release(lease);
        Await.until("the waiter is woken by the release", () -> woken.get() > 0);
        assertThat(other.tryAcquire(key, waiter, LONG)).isInstanceOf(Attempt.Granted.class);
        waiting.close();
    }

    @Test
    void aFullServerRefusesLocksAndSaysSo() {
        server.commands().configSet("maxmemory", "1");
        assertThatThrownBy(() -> attempt(provider))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("OOM")
                .hasMessageContaining("raise maxmemory")
                .hasMessageContaining("nothing was changed");
        server.commands().configSet("maxmemory", "0");
        acquire(provider, LONG);
    }

    @Test
    void aFullServerTakesNoLeaseFromItsHolder() {
        Lease lease = acquire(provider, LONG);
        server.commands().configSet("maxmemory", "1");
        assertThat(provider.renew(lease, LONG)).isTrue();
        provider.release(lease);
        Await.until("it is released", () -> StoredLock.of(server, key).isFree());
    }

    /** As a server would that was set so after the start: the lock is gone, and the fence tells the two holders apart. */
    @Test
    void anEvictedLeaseIsLostAndTheNextTokenIsLarger() {
        Lease lease = acquire(provider, LONG);
        server.commands().configSet("maxmemory-policy", "allkeys-random");
        server.commands().configSet("maxmemory", "1");
        assertThatThrownBy(() -> server.commands().set("more", "x")).hasMessageContaining("OOM");
        Await.until("all was evicted", () -> server.commands().dbsize() == 0);
        server.commands().configSet("maxmemory", "0");
        assertThat(provider.renew(lease, LONG)).isFalse();
        assertThat(acquire(other, LONG).token()).isGreaterThan(lease.token());
    }

    @Test
    void aReplicaRefusesLocksAndSaysWhereTheyAreKept() {
        try (RedisServer primary = RedisServer.start(RedisServer.Version.NEW)) {
            server.commands().replicaof("127.0.0.1", primary.port());
            assertThatThrownBy(() -> attempt(provider))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("READONLY")
                    .hasMessageContaining("connect to the primary");
        }
    }

    @Test
    void somebodyElsesKeyIsNotOverwritten() {
        server.commands().lpush(StoredLock.name(key), "theirs");
        assertThatThrownBy(() -> attempt(provider))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("WRONGTYPE")
                .hasMessageContaining("keyPrefix");
        assertThat(server.commands().lrange(StoredLock.name(key), 0, -1)).containsExactly("theirs");
        server.commands().del(StoredLock.name(key));
        server.commands().set(StoredLock.name(key), "theirs");
        assertThatThrownBy(() -> attempt(provider))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("keyPrefix");
        assertThat(server.commands().get(StoredLock.name(key))).isEqualTo("theirs");
    }
}
