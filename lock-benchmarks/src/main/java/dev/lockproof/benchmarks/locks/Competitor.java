package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/** Takes a lock as often as it can for some time, and counts. */
final class Competitor {

    private final NamedLock lock;
    private final Phaser start;
    private final long nanos;
    private long acquisitions;

    Competitor(NamedLock lock, Phaser start, int millis) {
        this.lock = lock;
        this.start = start;
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @AcquiresLock
    void run() {
        start.arriveAndAwaitAdvance();
        long since = System.nanoTime();
        while (System.nanoTime() - since < nanos) {
            lock.hold(() -> acquisitions++);
        }
    }

    /** To be asked once the thread has ended. */
    long acquisitions() {
        return acquisitions;
    }
}
