package dev.lockproof.benchmarks.network;

import dev.lockproof.Locks;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.locks.NamedLock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands a lock from one client to another one that waits for it, many times.
 *
 * <p>Measured is the time from the last step of the holder's section to the first step of the waiter's. Nobody can see from
 * outside whether a client waits in the server, so the holder gives it some time: a different one each time, as a waiter that
 * asks every now and then would otherwise be met at the same point between two questions.
 */
final class ClientHandOffs {

    private static final long SHORTEST_HOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_HOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

    private final NamedLock holders;
    private final NamedLock waiters;
    private final long[] nanos;
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private volatile long letGoAt;

    ClientHandOffs(NamedLock holders, NamedLock waiters, int count) {
        this.holders = holders;
        this.waiters = waiters;
        this.nanos = new long[count];
    }

    long[] measure() throws InterruptedException, ExecutionException {
        Together.run(List.of(Locks.detached(this::takeOver), Locks.detached(this::handOver)));
        return nanos;
    }

    @AcquiresLock
    private long handOver() throws InterruptedException {
        for (int i = 0; i < nanos.length; i++) {
            holders.hold(() -> {
                begun.release();
                letWait();
                letGoAt = System.nanoTime();
            });
            ended.acquire();
        }
        return nanos.length;
    }

    @AcquiresLock
    private long takeOver() throws InterruptedException {
        for (int i = 0; i < nanos.length; i++) {
            int handOff = i;
            begun.acquire();
            waiters.hold(() -> nanos[handOff] = System.nanoTime() - letGoAt);
            ended.release();
        }
        return nanos.length;
    }

    private static void letWait() {
        long end = System.nanoTime() + ThreadLocalRandom.current().nextLong(SHORTEST_HOLD_NANOS, LONGEST_HOLD_NANOS);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
