package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Lease;
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
        LockKey key = newKey();
        AtomicInteger woken = new AtomicInteger();
        Subscription subscription = provider().await(key, OwnerId.random(), woken::incrementAndGet);
        assertWokenInTime(key, woken);
        subscription.close();
    }

    @Test
    default void aReleaseWakesAWaiterOfAnotherProcess() {
        LockKey key = newKey();
        AtomicInteger woken = new AtomicInteger();
        Subscription subscription = otherProvider().await(key, OwnerId.random(), woken::incrementAndGet);
        assertWokenInTime(key, woken);
        subscription.close();
    }

    @Test
    default void aReleaseWakesEachProcess() {
        LockKey key = newKey();
        AtomicInteger here = new AtomicInteger();
        AtomicInteger there = new AtomicInteger();
        Subscription first = provider().await(key, OwnerId.random(), here::incrementAndGet);
        Subscription second = otherProvider().await(key, OwnerId.random(), there::incrementAndGet);
        provider().release(acquire(provider(), key));
        Eventually.until("both are woken", () -> here.get() > 0 && there.get() > 0);
        first.close();
        second.close();
    }

    @Test
    default void whoMissesItsTurnIsWokenForTheNextOne() {
        LockKey key = newKey();
        OwnerId waiter = OwnerId.random();
        AtomicInteger woken = new AtomicInteger();
        Lease held = acquire(provider(), key);
        Subscription subscription = otherProvider().await(key, waiter, woken::incrementAndGet);
        provider().release(held);
        Eventually.until("the waiter is woken", () -> woken.get() > 0);
        advance(wakeUpLimit()); // the lock may be kept for it for a while
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
        Subscription first = provider().await(key, OwnerId.random(), ended::incrementAndGet);
        Subscription second = provider().await(key, OwnerId.random(), open::incrementAndGet);
        first.close();
        first.close();
        provider().release(acquire(provider(), key));
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
        Subscription first = provider().await(other, OwnerId.random(), wokenForOther::incrementAndGet);
        Subscription second = provider().await(key, OwnerId.random(), woken::incrementAndGet);
        provider().release(acquire(provider(), key));
        Eventually.until("the waiter is woken", () -> woken.get() > 0);
        first.close();
        second.close();
        assertThat(wokenForOther).hasValue(0);
    }

    private void assertWokenInTime(LockKey key, AtomicInteger woken) {
        Duration limit = wakeUpLimit();
        for (int i = 0; i < ATTEMPTS; i++) {
            Lease lease = acquire(provider(), key);
            int before = woken.get();
            provider().release(lease);
            if (Eventually.within(limit, () -> woken.get() > before)) {
                return;
            }
        }
        throw new AssertionError("Not woken within " + limit.toMillis() + " ms, " + ATTEMPTS + " times");
    }
}
