package dev.lockproof.benchmarks.network;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What threads do one after the other under a lock. A lock that lets in two at once gives no figures. */
final class Section {

    private final @Nullable Work work;
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong overlaps = new AtomicLong();

    Section(int micros) {
        this.work = micros == 0 ? null : new Work(micros);
    }

    void run() {
        runs.incrementAndGet();
        if (!isRunning.compareAndSet(false, true)) {
            overlaps.incrementAndGet();
        }
        if (work != null) {
            work.run();
        }
        isRunning.set(false);
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
