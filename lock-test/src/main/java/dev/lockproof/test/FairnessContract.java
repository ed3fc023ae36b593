package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** First come, first served in one process; nobody starves between processes; and waiters are woken. */
interface FairnessContract extends ServiceTests {

    @Test
    default void theWaitersOfAProcessAreServedInTheirOrder() {
        Thing thing = newThing();
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<FutureTask<Boolean>> waiters = new ArrayList<>();
        try (Thing.Held held = locks().acquire(thing)) {
            for (int i = 0; i < 20; i++) {
                int number = i;
                waiters.add(ServiceTests.startWaiting(locks(), thing, PATIENT, next -> served.add(number)));
            }
            held.write(1);
        }
        waiters.forEach(Threads::resultOf);
        assertThat(served)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    /** The busy one lets the lock go for less time than it takes to wake the other. */
    @Test
    default void noProcessStarves() {
        assertNobodyStarvesBeside(1);
    }

    /** They hand the lock over among themselves, and the provider does not see it. */
    @Test
    default void noProcessStarvesBesideThreadsThatHandTheLockOver() {
        assertNobodyStarvesBeside(4);
    }

    private void assertNobodyStarvesBeside(int threads) {
        Thing thing = newThing();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger acquisitions = new AtomicInteger();
        List<FutureTask<Boolean>> busy = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            busy.add(Threads.start(() -> {
                while (!enough.get()) {
                    try (Thing.Held held = locks().acquire(thing, PATIENT)) {
                        acquisitions.incrementAndGet();
                        held.write(held.entity() + 1);
                        busyFor(Duration.ofMillis(2));
                    }
                }
                return true;
            }));
        }
        Eventually.until("the busy process has begun", () -> acquisitions.get() > 0);
        int turns = 50;
        int missed = 0;
        for (int i = 0; i < turns; i++) {
            int before = acquisitions.get();
            Eventually.until("the busy process has the lock again", () -> acquisitions.get() > before);
            int asked = acquisitions.get();
            otherLocks().acquire(thing, PATIENT).close();
            missed += acquisitions.get() - asked;
        }
        enough.set(true);
        busy.forEach(Threads::resultOf);
        assertThat(missed)
                .as("turns of the busy process while the other waited for its %s", turns)
                .isLessThan(10 * turns);
    }

    private static void busyFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    default void aWaiterOfTheSameProcessIsWoken() {
        assertWaiterIsWokenInTime(locks());
    }

    @Test
    default void aWaiterOfAnotherProcessIsWoken() {
        assertWaiterIsWokenInTime(otherLocks());
    }

    /** The best of a few, because a slow machine is not the provider's fault; a poll would be slow each time. */
    private void assertWaiterIsWokenInTime(LockService waiting) {
        Duration limit = Duration.ofMillis(250);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5 && best > limit.toNanos(); i++) {
            Thing thing = newThing();
            Thing.Held held = locks().acquire(thing);
            FutureTask<Long> waiter = ServiceTests.startWaiting(waiting, thing, PATIENT, next -> System.nanoTime());
            long released = System.nanoTime();
            held.close();
            best = Math.min(best, Threads.resultOf(waiter) - released);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(limit);
    }
}
