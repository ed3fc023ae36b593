package dev.lockproof.benchmarks.network;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What threads do one after the other under a lock. A lock that lets in two at once gives no figures. */
final class Section {

    private final long nanos;
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong overlaps = new AtomicLong();

    Section(int micros) {
        this.nanos = TimeUnit.MICROSECONDS.toNanos(micros);
    }

    void run() {
        runs.incrementAndGet();
        if (!isRunning.compareAndSet(false, true)) {
            overlaps.incrementAndGet();
        }
        if (nanos > 0) {
            work();
        }
        isRunning.set(false);
    }

    private void work() {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    long runs() {
        return runs.get();
    }

    void refuseOverlaps(Library library) {
        if (overlaps.get() > 0) {
            throw new IllegalStateException(
                    library.label() + " let a thread into the section of another, " + overlaps + " times of " + runs);
        }
    }
}
