package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How those who wait for a key learn that it may be free. */
interface WakeUpContract extends ProviderTests {

    /** One slow wake-up may be the machine's fault; five in a row are the provider's. */
    int ATTEMPTS = 5;

    @Test
    default void aReleaseWakesAWaiterOfTheSameProcess() {
        assertWokenInTime(provider());
    }

    @Test
    default void aReleaseWakesAWaiterOfAnotherProcess() {
        assertWokenInTime(otherProvider());
    }

    @Test
    default void whoWaitsGoesOnWithTheLeaseWhenWoken() {
        LockKey key = newKey();
        OwnerId waiter = OwnerId.random();
        AtomicInteger woken = new AtomicInteger();
        Lease held = acquire(provider(), key);
        Subscription subscription = waitFor(otherProvider(), key, waiter, woken);
        provider().release(held);
        Eventually.until("the waiter is woken", () -> woken.get() > 0);
        Attempt.Granted granted = grantInTheEnd(otherProvider(), key, waiter);
        subscription.close();
        assertThat(granted.lease().owner()).isEqualTo(waiter);
        assertThat(granted.lease().token()).isGreaterThan(held.token());
        assertThat(granted.age()).isLessThan(TTL);
        assertThat(otherProvider().renew(granted.lease(), TTL)).isTrue();
        ProviderTests.busy(attempt(provider(), key, OwnerId.random()));
    }

    /** Whichever of them a provider wakes first; it may also wake both. */
    @Test
    default void whoDoesNotWantItsTurnPassesItOn() {
        LockKey key = newKey();
        AtomicInteger here = new AtomicInteger();
        AtomicInteger there = new AtomicInteger();
        Lease held = acquire(provider(), key);
        Subscription first = waitFor(provider(), key, OwnerId.random(), here);
        Subscription second = waitFor(otherProvider(), key, OwnerId.random(), there);
        provider().release(held);
        Eventually.until("one of them is woken", () -> here.get() + there.get() > 0);
        (here.get() > 0 ? first : second).close();
        Eventually.until("both are woken", () -> here.get() > 0 && there.get() > 0);
        first.close();
        second.close();
        provider().release(acquireInTheEnd(provider(), key));
    }

    @Test
    default void whoMissesItsTurnIsWokenForTheNextOne() {
        LockKey key = newKey();
        OwnerId waiter = OwnerId.random();
        AtomicInteger woken = new AtomicInteger();
        Lease held = acquire(provider(), key);
        Subscription subscription = waitFor(otherProvider(), key, waiter, woken);
        provider().release(held);
        Eventually.until("the waiter is woken", () -> woken.get() > 0);
        advance(TTL.plus(wakeUpLimit())); // the lease may be its own, or kept for it for a while
        Lease overtaking = acquireInTheEnd(provider(), key);
        ProviderTests.busy(attempt(otherProvider(), key, waiter));
        int before = woken.get();
        provider().release(overtaking);
        Eventually.until("the waiter is woken again", () -> woken.get() > before);
        subscription.close();
    }

    @Test
    default void anEndedSubscriptionIsNotCalled() {
        LockKey key = newKey();
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        Lease held = acquire(provider(), key);
        Subscription first = waitFor(provider(), key, OwnerId.random(), ended);
        Subscription second = waitFor(provider(), key, OwnerId.random(), open);
        first.close();
        first.close();
        provider().release(held);
        Eventually.until("the other subscription is called", () -> open.get() > 0);
        second.close();
        assertThat(ended).hasValue(0);
    }

    @Test
    default void otherKeysWakeNobody() {
        LockKey key = newKey();
        LockKey other = newKey();
        AtomicInteger wokenForOther = new AtomicInteger();
        AtomicInteger woken = new AtomicInteger();
        Lease held = acquire(provider(), key);
        Lease heldOther = acquire(provider(), other);
        Subscription first = waitFor(provider(), other, OwnerId.random(), wokenForOther);
        Subscription second = waitFor(provider(), key, OwnerId.random(), woken);
        provider().release(held);
        Eventually.until("the waiter is woken", () -> woken.get() > 0);
        first.close();
        second.close();
        assertThat(wokenForOther).hasValue(0);
        provider().release(heldOther);
    }

    private void assertWokenInTime(LockProvider waiting) {
        LockKey key = newKey();
        Duration limit = wakeUpLimit();
        for (int i = 0; i < ATTEMPTS; i++) {
            AtomicInteger woken = new AtomicInteger();
            Lease lease = acquireInTheEnd(provider(), key);
            Subscription subscription = waitFor(waiting, key, OwnerId.random(), woken);
            provider().release(lease);
            boolean inTime = Eventually.within(limit, () -> woken.get() > 0);
            subscription.close();
            if (inTime) {
                return;
            }
        }
        throw new AssertionError("Not woken within " + limit.toMillis() + " ms, " + ATTEMPTS + " times");
    }
}
