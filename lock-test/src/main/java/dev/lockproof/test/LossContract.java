package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockLostException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A lock ends with its lease, loudly, unless the lease is renewed. */
interface LossContract extends ServiceTests {

    @Test
    default void aLockIsLostWhenItsLeaseRunsOut() {
        Thing thing = newThing();
        AtomicInteger told = new AtomicInteger();
        Thing.Held held = locks().acquire(thing, SHORT);
        held.lock().onLost(told::incrementAndGet);
        held.lock().onLost(told::incrementAndGet);
        assertThat(held.lock().isHeld()).isTrue();
        assertThat(held.lock().remaining()).isBetween(Duration.ofNanos(1), SHORT.ttl());
        held.lock().ensureHeld();
        Eventually.until("both actions have run", () -> told.get() == 2);
        assertThat(held.lock().isHeld()).isFalse();
        assertThat(held.lock().remaining()).isZero();
        assertThatThrownBy(held.lock()::ensureHeld)
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining(thing.lockKey().toString());
        held.lock().onLost(told::incrementAndGet);
        Eventually.until("a late action runs too", () -> told.get() == 3);
        held.close();
        assertThat(told).hasValue(3);
    }

    @Test
    default void aHolderDoesNotBelieveLongerThanTheBackendDoes() {
        Thing thing = newThing();
        Thing.Held held = locks().acquire(thing, SHORT);
        try (Thing.Held next = Threads.elsewhere(() -> otherLocks().acquire(thing, PATIENT))) {
            assertThat(held.lock().isHeld()).isFalse();
            assertThat(next.lock().token()).isGreaterThan(held.lock().token());
        }
        held.close();
    }

    @Test
    default void aLostLockDoesNotKeepTheSameProcessWaiting() {
        Thing thing = newThing();
        Thing.Held held = locks().acquire(thing, SHORT);
        FutureTask<Long> waiter = ServiceTests.startWaiting(
                locks(), thing, PATIENT, next -> next.lock().token());
        assertThat(Threads.resultOf(waiter)).isGreaterThan(held.lock().token());
        held.close();
    }

    @Test
    default void aWaiterLearnsOfALeaseThatBeganAfterItsWait() {
        Thing thing = newThing();
        CountDownLatch gotIt = new CountDownLatch(1);
        FutureTask<Boolean> stuck;
        FutureTask<Boolean> waiter;
        try (Thing.Held held = otherLocks().acquire(thing)) {
            stuck = ServiceTests.startWaiting(locks(), thing, SHORT, next -> {
                Threads.await(gotIt);
                return next.lock().isHeld();
            });
            waiter = ServiceTests.startWaiting(locks(), thing, PATIENT, next -> {
                gotIt.countDown();
                return true;
            });
            held.write(1);
        }
        assertThat(Threads.resultOf(waiter)).isTrue();
        assertThat(Threads.resultOf(stuck)).isFalse();
    }

    @Test
    default void aStaleReleaseDoesNotEndTheNextLock() {
        Thing thing = newThing();
        Thing.Held stale = locks().acquire(thing, SHORT);
        Thing.Held next = Threads.elsewhere(() -> locks().acquire(thing, PATIENT));
        stale.close();
        assertThat(next.lock().isHeld()).isTrue();
        assertThat(ServiceTests.isFree(locks(), thing)).isFalse();
        assertThat(ServiceTests.isFree(otherLocks(), thing)).isFalse();
        next.close();
    }

    @Test
    default void aReleasedLockIsNotLost() {
        Thing thing = newThing();
        AtomicInteger told = new AtomicInteger();
        Thing.Held held = locks().acquire(thing, SHORT);
        held.lock().onLost(told::incrementAndGet);
        held.close();
        assertThat(held.lock().isHeld()).isFalse();
        held.lock().onLost(told::incrementAndGet);
        // Another lock is lost later than the first one would have been.
        Thing.Held later = locks().acquire(newThing(), SHORT);
        AtomicInteger toldLater = new AtomicInteger();
        later.lock().onLost(toldLater::incrementAndGet);
        Eventually.until("the later one is lost", () -> toldLater.get() == 1);
        later.close();
        assertThat(told).hasValue(0);
    }

    @Test
    default void aRenewedLockOutlivesItsLease() {
        Thing thing = newThing();
        Duration longerThanItsLease = RENEWED.ttl().multipliedBy(3).dividedBy(2);
        LockOptions patience = LockOptions.DEFAULTS.withTimeout(longerThanItsLease);
        try (Thing.Held held = locks().acquire(thing, RENEWED)) {
            Threads.elsewhere(() -> {
                assertThatThrownBy(() -> otherLocks().acquire(thing, patience))
                        .isInstanceOf(LockTimeoutException.class);
                return null;
            });
            assertThat(held.lock().isHeld()).isTrue();
        }
        otherLocks().acquire(thing, PATIENT).close();
    }

    @Test
    default void aRenewedLockEndsAtItsLongestHold() {
        Thing thing = newThing();
        Duration maxHold = RENEWED.ttl().multipliedBy(3).dividedBy(2);
        Thing.Held held = locks().acquire(thing, RENEWED.withMaxHold(maxHold));
        long acquired = System.nanoTime();
        AtomicInteger told = new AtomicInteger();
        held.lock().onLost(told::incrementAndGet);
        Thing.Held next = Threads.elsewhere(() -> otherLocks().acquire(thing, PATIENT));
        assertThat(Duration.ofNanos(System.nanoTime() - acquired)).isGreaterThan(RENEWED.ttl());
        assertThat(held.lock().isHeld()).isFalse();
        Eventually.until("the action has run", () -> told.get() == 1);
        next.close();
        held.close();
    }
}
