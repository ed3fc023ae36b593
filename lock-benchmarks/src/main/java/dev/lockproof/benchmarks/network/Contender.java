package dev.lockproof.benchmarks.network;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.locks.NamedLock;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/** Takes a lock as often as it can for some time. */
final class Contender {

    private final NamedLock lock;
    private final Section section;
    private final Phaser start;
    private final long nanos;
    private long inTime;

    Contender(NamedLock lock, Section section, Phaser start, int millis) {
        this.lock = lock;
        this.section = section;
        this.start = start;
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Gives how often it had the lock within the time. The last time is later, and does not count. */
    @AcquiresLock
    long run() {
        start.arriveAndAwaitAdvance();
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            lock.hold(() -> {
                section.run();
                if (System.nanoTime() - end < 0) {
                    inTime++;
                }
            });
        }
        return inTime;
    }
}
