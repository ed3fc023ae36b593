package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What tests can see of a lease, and do to it. */
class InMemoryLockProviderTest {

    private static final LockKey KEY = new LockKey("key");
    private static final Duration TTL = Duration.ofSeconds(30);

    private final ManualTicker ticker = new ManualTicker();
    private final InMemoryLockProvider provider = InMemoryLockProvider.create(ticker);

    private Lease acquire(LockKey key) {
        return ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), TTL)).lease();
    }

    @Test
    void aTestSeesWhoHoldsAKey() {
        assertThat(provider.isLocked(KEY)).isFalse();
        assertThat(provider.getLockedBy(KEY)).isEmpty();
        assertThat(provider.size()).isZero();
        Lease lease = acquire(KEY);
        assertThat(provider.isLocked(KEY)).isTrue();
        assertThat(provider.getLockedBy(KEY)).contains(lease.owner());
        assertThat(provider.size()).isEqualTo(1);
        ticker.advance(TTL);
        assertThat(provider.isLocked(KEY)).isFalse();
        assertThat(provider.getLockedBy(KEY)).isEmpty();
        assertThat(provider.size()).as("kept until it is asked for").isEqualTo(1);
        provider.release(lease);
        assertThat(provider.size()).isZero();
    }

    @Test
    void whoIsRefusedIsToldTheHolder() {
        Lease lease = acquire(KEY);
        Attempt.Busy busy = (Attempt.Busy) provider.tryAcquire(KEY, OwnerId.random(), TTL);
        assertThat(busy.holder()).contains(Thread.currentThread().getName(), "token " + lease.token());
        assertThat(busy.retryAfter()).isEqualTo(TTL);
    }

    @Test
    void clearingForgetsLeasesButNotTokens() {
        AtomicInteger woken = new AtomicInteger();
        Lease old = acquire(KEY);
        provider.await(KEY, OwnerId.random(), woken::incrementAndGet);
        provider.pause(KEY);
        provider.clear();
        assertThat(provider.size()).isZero();
        assertThat(woken).hasValue(1);
        assertThat(acquire(KEY).token()).isGreaterThan(old.token());
    }

    @Test
    void aLeaseExpiresAtATestsWord() {
        AtomicInteger woken = new AtomicInteger();
        Lease lease = acquire(KEY);
        provider.await(KEY, OwnerId.random(), woken::incrementAndGet);
        provider.expire(KEY);
        assertThat(provider.isLocked(KEY)).isFalse();
        assertThat(provider.renew(lease, TTL)).isFalse();
        assertThat(woken).hasValue(1);
    }

    @Test
    void aLeaseIsStolenAtATestsWord() {
        Lease lease = acquire(KEY);
        Lease stolen = provider.steal(KEY, TTL);
        assertThat(stolen.token()).isGreaterThan(lease.token());
        assertThat(provider.getLockedBy(KEY)).contains(stolen.owner());
        assertThat(provider.renew(lease, TTL)).isFalse();
        provider.release(lease);
        assertThat(provider.isLocked(KEY)).isTrue();
        provider.release(stolen);
        assertThat(provider.isLocked(KEY)).isFalse();
    }

    @Test
    void aPausedKeyIsNotAnsweredForAndItsLeaseRunsOn() {
        LockKey other = new LockKey("other");
        AtomicInteger woken = new AtomicInteger();
        Lease lease = acquire(KEY);
        provider.await(KEY, OwnerId.random(), woken::incrementAndGet);
        provider.pause(KEY);
        assertThatThrownBy(() -> acquire(KEY))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("resume");
        assertThatThrownBy(() -> provider.renew(lease, TTL)).isInstanceOf(LockBackendException.class);
        assertThatThrownBy(() -> provider.release(lease)).isInstanceOf(LockBackendException.class);
        assertThatThrownBy(() -> provider.advance(lease, 100)).isInstanceOf(LockBackendException.class);
        acquire(other);
        ticker.advance(TTL);
        provider.resume(KEY);
        assertThat(woken).hasValue(1);
        assertThat(provider.renew(lease, TTL)).isFalse();
        assertThat(acquire(KEY).token()).isGreaterThan(lease.token());
    }

    @Test
    void aSubscriptionThatEndedIsForgotten() {
        var first = provider.await(KEY, OwnerId.random(), () -> {});
        var second = provider.await(KEY, OwnerId.random(), () -> {});
        assertThat(provider.watchedKeys()).isEqualTo(1);
        first.close();
        first.close();
        assertThat(provider.watchedKeys()).isEqualTo(1);
        second.close();
        assertThat(provider.watchedKeys()).isZero();
    }

    @Test
    void aReleaseKeepsTheKeyForAMomentForWhoHasWaitedLongest() {
        OwnerId first = OwnerId.random();
        OwnerId second = OwnerId.random();
        Lease lease = acquire(KEY);
        var firstWatch = provider.await(KEY, first, () -> {});
        var secondWatch = provider.await(KEY, second, () -> {});
        provider.release(lease);
        assertThat(provider.isLocked(KEY)).as("nobody holds it yet").isFalse();
        assertThat(provider.tryAcquire(KEY, OwnerId.random(), TTL)).isInstanceOf(Attempt.Busy.class);
        assertThat(provider.tryAcquire(KEY, second, TTL)).isInstanceOf(Attempt.Busy.class);
        Lease firsts = ((Attempt.Granted) provider.tryAcquire(KEY, first, TTL)).lease();
        ticker.advance(TTL.dividedBy(2));
        assertThat(provider.isLocked(KEY)).as("for its whole time").isTrue();
        firstWatch.close();
        provider.release(firsts);
        assertThat(provider.tryAcquire(KEY, first, TTL)).isInstanceOf(Attempt.Busy.class);
        assertThat(provider.tryAcquire(KEY, second, TTL)).isInstanceOf(Attempt.Granted.class);
        secondWatch.close();
    }

    @Test
    void aKeyThatNobodyComesForIsFreeAfterAMoment() {
        var watch = provider.await(KEY, OwnerId.random(), () -> {});
        provider.release(acquire(KEY));
        Attempt.Busy busy = (Attempt.Busy) provider.tryAcquire(KEY, OwnerId.random(), TTL);
        assertThat(busy.retryAfter()).isLessThanOrEqualTo(Duration.ofMillis(10));
        ticker.advance(busy.retryAfter());
        Lease lease = acquire(KEY);
        provider.release(lease);
        watch.close();
        assertThat(provider.size()).as("what was kept for who gave up").isZero();
        acquire(KEY);
    }

    @Test
    void leasesMayRunOutByAClock() {
        MovedClock clock = new MovedClock();
        InMemoryLockProvider byClock = InMemoryLockProvider.create(clock);
        byClock.tryAcquire(KEY, OwnerId.random(), TTL);
        clock.now = clock.now.plus(TTL).minusNanos(1);
        assertThat(byClock.isLocked(KEY)).isTrue();
        clock.now = clock.now.plusNanos(1);
        assertThat(byClock.isLocked(KEY)).isFalse();
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
