package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockedPair;
import dev.lockproof.Locks;
import dev.lockproof.NestedAcquisitionException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A thread that holds a lock can't take another. */
interface NestingContract extends ServiceTests {

    @Test
    default void whoHoldsALockGetsNoOther() {
        Thing held = newThing();
        Thing wanted = newThing();
        try (Thing.Held lock = locks().acquire(held)) {
            assertRefused(held, wanted, () -> locks().acquire(wanted));
            assertRefused(held, wanted, () -> locks().acquire(wanted, PATIENT));
            assertRefused(held, wanted, () -> locks().tryAcquire(wanted));
            assertRefused(held, wanted, () -> otherLocks().acquire(wanted));
            assertThatThrownBy(() -> locks().acquire(Optional.of(wanted)))
                    .isInstanceOf(NestedAcquisitionException.class);
            assertThatThrownBy(() -> locks().acquire(Optional.<Thing>empty()))
                    .isInstanceOf(NestedAcquisitionException.class);
            assertThatThrownBy(() -> locks().acquireBoth(wanted, newThing()))
                    .isInstanceOf(NestedAcquisitionException.class);
            assertThatThrownBy(() -> locks().acquireAll(List.of(wanted)))
                    .isInstanceOf(NestedAcquisitionException.class);
            assertThatThrownBy(() -> locks().acquireAll(List.<Thing>of()))
                    .isInstanceOf(NestedAcquisitionException.class);
            assertThat(lock.lock().isHeld()).isTrue();
            assertThat(ServiceTests.isFree(locks(), wanted)).isTrue();
        }
        locks().acquire(wanted).close();
    }

    @Test
    default void evenTheSameKeyIsRefused() {
        Thing thing = newThing();
        try (Thing.Held lock = locks().acquire(thing)) {
            assertRefused(thing, thing, () -> locks().acquire(thing));
            assertThat(lock.lock().isHeld()).isTrue();
        }
        locks().acquire(thing).close();
    }

    @Test
    default void aGroupIsOverWithItsLastLock() {
        Thing a = newThing();
        Thing b = newThing();
        try (LockedPair<Thing.Held, Thing.Held> pair = locks().acquireBoth(a, b)) {
            pair.first().close();
            assertThatThrownBy(() -> locks().acquire(newThing())).isInstanceOf(NestedAcquisitionException.class);
            pair.second().close();
            locks().acquire(newThing()).close();
        }
        locks().acquire(newThing()).close();
    }

    @Test
    default void aFailedAcquisitionLeavesTheThreadFree() {
        Thing gone = newThing();
        gone.delete();
        Thing busy = newThing();
        FutureTask<Boolean> holder;
        try (Thing.Held held = locks().acquire(busy)) {
            holder = Threads.start(() -> {
                assertThatThrownBy(() -> locks().acquire(busy, IMPATIENT)).isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> locks().acquire(gone)).isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> locks().acquireBoth(gone, newThing())).isInstanceOf(RuntimeException.class);
                assertThat(locks().tryAcquire(busy)).isNull();
                locks().acquire(newThing()).close();
                return true;
            });
            assertThat(Threads.resultOf(holder)).isTrue();
            assertThat(held.lock().isHeld()).isTrue();
        }
    }

    @Test
    default void aLostLockStillCountsUntilItIsClosed() {
        Thing thing = newThing();
        try (Thing.Held held = locks().acquire(thing, SHORT)) {
            Eventually.until("the lease runs out", () -> !held.lock().isHeld());
            assertThatThrownBy(() -> locks().acquire(newThing())).isInstanceOf(NestedAcquisitionException.class);
        }
        locks().acquire(newThing()).close();
    }

    @Test
    default void aDetachedTaskIsRefusedOnAThreadThatHoldsALock() throws Exception {
        Thing thing = newThing();
        Thing other = newThing();
        AtomicInteger starts = new AtomicInteger();
        Runnable task = Locks.detached(() -> {
            starts.incrementAndGet();
            try (Thing.Held held = locks().acquire(other)) {
                held.write(1);
            }
        });
        Callable<Integer> call = Locks.detached(() -> {
            starts.incrementAndGet();
            try (Thing.Held held = locks().acquire(other)) {
                return held.entity();
            }
        });
        try (Thing.Held held = locks().acquire(thing)) {
            assertThatThrownBy(task::run)
                    .isInstanceOf(NestedAcquisitionException.class)
                    .hasMessageContaining(held.lock().key().toString());
            assertThatThrownBy(call::call).isInstanceOf(NestedAcquisitionException.class);
        }
        assertThat(starts).hasValue(0);
        task.run();
        assertThat(call.call()).isEqualTo(1);
    }

    private static void assertRefused(Thing held, Thing wanted, ThrowingCallable acquisition) {
        assertThatThrownBy(acquisition)
                .isInstanceOfSatisfying(NestedAcquisitionException.class, e -> {
                    assertThat(e.held()).isEqualTo(held.lockKey());
                    assertThat(e.wanted()).isEqualTo(wanted.lockKey());
                })
                .hasMessageContaining(held.lockKey().toString())
                .hasMessageContaining(wanted.lockKey().toString());
    }
}
