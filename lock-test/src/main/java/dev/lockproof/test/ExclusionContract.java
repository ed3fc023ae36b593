package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockproof.EntityNotFoundException;
import dev.lockproof.LockKey;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.LockTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** One holder at a time, who reads what the one before has written. */
interface ExclusionContract extends ServiceTests {

    @Test
    default void oneAtATimeInTwoProcesses() {
        Thing thing = newThing();
        int each = 50;
        List<Long> tokens = Collections.synchronizedList(new ArrayList<>());
        List<FutureTask<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LockService locks = i % 2 == 0 ? locks() : otherLocks();
            tasks.add(Threads.start(() -> {
                for (int n = 0; n < each; n++) {
                    try (Thing.Held held = locks.acquire(thing, PATIENT)) {
                        tokens.add(held.lock().token());
                        held.write(held.entity() + 1);
                    }
                }
                return null;
            }));
        }
        tasks.forEach(Threads::resultOf);
        assertThat(thing.entity()).isEqualTo(8 * each);
        assertThat(tokens).hasSize(8 * each).doesNotHaveDuplicates().isSorted();
    }

    @Test
    default void theEntityIsReadAfterTheLockWasGranted() {
        Thing thing = newThing();
        FutureTask<Integer> waiter;
        try (Thing.Held held = locks().acquire(thing)) {
            waiter = ServiceTests.startWaiting(locks(), thing, PATIENT, next -> next.entity());
            held.write(42);
        }
        assertThat(Threads.resultOf(waiter)).isEqualTo(42);
    }

    @Test
    default void aReleaseLetsTheNextOneIn() {
        Thing thing = newThing();
        locks().acquire(thing).close();
        locks().acquire(thing).close();
        Eventually.until("the other process may lock it", () -> ServiceTests.isFree(otherLocks(), thing));
    }

    @Test
    default void aSecondReleaseDoesNothing() {
        Thing thing = newThing();
        Thing.Held first = locks().acquire(thing);
        first.close();
        first.close();
        try (Thing.Held second = locks().acquire(thing)) {
            first.close();
            assertThat(second.lock().isHeld()).isTrue();
            assertThat(ServiceTests.isFree(locks(), thing)).isFalse();
            assertThat(ServiceTests.isFree(otherLocks(), thing)).isFalse();
        }
    }

    @Test
    default void aReleaseOnAnotherThreadCountsAsWell() {
        Thing thing = newThing();
        Thing.Held held = locks().acquire(thing);
        Threads.elsewhere(() -> {
            held.close();
            return null;
        });
        locks().acquire(thing).close();
    }

    @Test
    default void whoTriesIsToldThatTheLockIsBusy() {
        Thing thing = newThing();
        try (Thing.Held held = locks().acquire(thing)) {
            assertThat(held.lock().key()).isEqualTo(thing.lockKey());
            assertThat(ServiceTests.isFree(locks(), thing)).isFalse();
            assertThat(ServiceTests.isFree(otherLocks(), thing)).isFalse();
        }
        assertThat(ServiceTests.isFree(locks(), thing)).isTrue();
    }

    @Test
    default void aTimeoutNamesKeyAndWait() {
        Thing thing = newThing();
        try (Thing.Held held = locks().acquire(thing)) {
            for (LockService locks : List.of(locks(), otherLocks())) {
                LockTimeoutException e = Threads.elsewhere(
                        () -> catchThrowableOfType(LockTimeoutException.class, () -> locks.acquire(thing, IMPATIENT)));
                assertThat(e.key()).isEqualTo(thing.lockKey());
                assertThat(e.waited()).isBetween(IMPATIENT.timeout(), Duration.ofSeconds(10));
                assertThat(e).hasMessageContaining(thing.lockKey().toString());
            }
            assertThat(held.lock().isHeld()).isTrue();
        }
        locks().acquire(thing).close();
    }

    @Test
    default void anInterruptEndsTheWait() {
        Thing thing = newThing();
        try (Thing.Held held = otherLocks().acquire(thing)) {
            for (int place = 0; place < 2; place++) {
                Threads.Work<Boolean> waiter = Threads.start(() -> {
                    assertThatThrownBy(() -> locks().acquire(thing, PATIENT))
                            .isInstanceOf(LockTimeoutException.class)
                            .hasMessageContaining("interrupted");
                    return Thread.currentThread().isInterrupted();
                });
                waiter.awaitWait();
                waiter.interrupt();
                assertThat(Threads.resultOf(waiter)).as("the interrupt flag").isTrue();
            }
            assertThat(held.lock().isHeld()).isTrue();
        }
        locks().acquire(thing, PATIENT).close();
    }

    @Test
    default void aWaitThatEndsLeavesTheOthersInLine() {
        Thing thing = newThing();
        FutureTask<Integer> last;
        try (Thing.Held held = locks().acquire(thing)) {
            LockOptions aMoment = LockOptions.DEFAULTS.withTimeout(Duration.ofMillis(300));
            FutureTask<Integer> gone = ServiceTests.startWaiting(locks(), thing, aMoment, next -> 1);
            last = ServiceTests.startWaiting(locks(), thing, PATIENT, next -> 2);
            Eventually.until("the wait has ended", gone::isDone);
            held.write(1);
        }
        assertThat(Threads.resultOf(last)).isEqualTo(2);
    }

    @Test
    default void aKeyOfTheCallersOwnIsLockedInstead() {
        Thing thing = newThing();
        Thing other = newThing();
        LockKey shared = newKey();
        try (Thing.Held held = locks().acquire(thing, LockOptions.DEFAULTS.withKey(shared))) {
            assertThat(held.lock().key()).isEqualTo(shared);
            Threads.elsewhere(() -> {
                assertThatThrownBy(() -> locks().acquire(other, IMPATIENT.withKey(shared)))
                        .isInstanceOf(LockTimeoutException.class);
                return null;
            });
            assertThat(ServiceTests.isFree(locks(), thing)).isTrue();
        }
    }

    @Test
    default void anEntityThatIsGoneIsNotLocked() {
        Thing thing = newThing();
        thing.delete();
        assertThatThrownBy(() -> locks().acquire(thing))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining(thing.lockKey().toString());
        assertThatThrownBy(() -> locks().tryAcquire(thing)).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> locks().acquire(Optional.of(thing))).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> locks().acquire(Optional.of(thing), () -> new IllegalStateException("gone")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
        assertThat(locks().held()).isEmpty();
        Eventually.until("nobody holds it", () -> {
            try {
                return ServiceTests.isFree(otherLocks(), thing);
            } catch (AssertionError e) {
                return e.getCause() instanceof EntityNotFoundException;
            }
        });
    }

    @Test
    default void anEmptyOptionalIsNotLocked() {
        Optional<Thing> nothing = Optional.empty();
        assertThatThrownBy(() -> locks().acquire(nothing)).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> locks().acquire(nothing, () -> new IllegalStateException("gone")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
    }

    @Test
    default void aFenceThatIsAheadOfTheTokensRaisesThem() {
        Thing thing = newThing();
        long fence;
        try (Thing.Held held = locks().acquire(thing)) {
            fence = held.lock().token() + 1_000_000;
        }
        thing.fence(fence);
        try (Thing.Held held = locks().acquire(thing)) {
            assertThat(held.lock().token()).isGreaterThan(fence);
            assertThat(ServiceTests.isFree(otherLocks(), thing)).isFalse();
        }
    }
}
