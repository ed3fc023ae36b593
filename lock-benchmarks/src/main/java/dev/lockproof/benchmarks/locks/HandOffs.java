package dev.lockproof.benchmarks.locks;

import dev.lockproof.Locks;
import dev.lockproof.annotations.AcquiresLock;

/**
 * Hands a lock from one thread to a sleeping other one, many times.
 *
 * <p>Measured is the time from the last step of the holder's section to the first step of the waiter's. The holder lets
 * go only once the waiter sleeps, and does not want the lock again before the waiter has had it.
 */
final class HandOffs {

    private static final long ASLEEP_FOR_NANOS = 20_000;

    private final NamedLock lock;
    private final long[] nanos;

    /** The number of hand-offs that the holder began, and that the waiter ended. */
    private volatile int begun;

    private volatile int ended;
    private volatile long letGoAt;

    HandOffs(NamedLock lock, int count) {
        this.lock = lock;
        this.nanos = new long[count];
    }

    long[] measure() throws InterruptedException {
        Thread waiter = new Thread(Locks.detached(this::takeOver), "waiter");
        Thread holder = new Thread(Locks.detached(() -> handOver(waiter)), "holder");
        waiter.start();
        holder.start();
        holder.join();
        waiter.join();
        return nanos;
    }

    @AcquiresLock
    private void handOver(Thread waiter) {
        for (int i = 1; i <= nanos.length; i++) {
            int handOff = i;
            lock.hold(() -> {
                begun = handOff;
                spinUntilAsleep(waiter);
                letGoAt = System.nanoTime();
            });
            while (ended < handOff) {
                Thread.onSpinWait();
            }
        }
    }

    @AcquiresLock
    private void takeOver() {
        for (int i = 1; i <= nanos.length; i++) {
            int handOff = i;
            while (begun < handOff) {
                Thread.onSpinWait();
            }
            lock.hold(() -> nanos[handOff - 1] = System.nanoTime() - letGoAt);
            ended = handOff;
        }
    }

    private static void spinUntilAsleep(Thread waiter) {
        long asleepSince = System.nanoTime();
        while (System.nanoTime() - asleepSince < ASLEEP_FOR_NANOS) {
            Thread.State state = waiter.getState();
            if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
                asleepSince = System.nanoTime();
            }
            Thread.onSpinWait();
        }
    }
}
