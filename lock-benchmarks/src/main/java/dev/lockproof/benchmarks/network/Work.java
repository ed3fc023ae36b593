package dev.lockproof.benchmarks.network;

import java.util.concurrent.TimeUnit;

/** Keeps a thread busy with something that has nothing to do with locks. */
final class Work implements Runnable {

    private final long nanos;
    private long took;

    Work(int micros) {
        this.nanos = TimeUnit.MICROSECONDS.toNanos(micros);
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        do {
            Thread.onSpinWait();
            took = System.nanoTime() - start;
        } while (took < nanos);
    }

    /** Gives how many nanoseconds it took the last time. */
    long took() {
        return took;
    }
}
