package dev.lockproof.benchmarks.network;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures for how long an acquisition and its release keep the caller from its work when nobody else wants the lock. */
final class AcquisitionCost implements Measurement {

    /** So many that a key comes again only when its release has long arrived. */
    private static final int KEYS = 200;

    private final int acquisitions;
    private final Work work;
    private final Comparison time;
    private final CostEach requests;
    private final @Nullable CostEach answers;

    /**
     * Prepares to measure.
     *
     * @param workMicros how long the caller works under each lock, and after it
     */
    AcquisitionCost(String what, Backend backend, int acquisitions, int workMicros) {
        String title = backend.name() + ": " + what;
        this.acquisitions = acquisitions;
        this.work = new Work(workMicros);
        this.time = new Comparison(title, "µs that the caller is blocked, median of a round");
        this.requests = new CostEach(title, backend.requests(), "by all threads");
        this.answers = backend.answersAwaited()
                .map(counter -> new CostEach(title, counter, "by the caller"))
                .orElse(null);
    }

    @Override
    @AcquiresLock
    public void measure(Library library) {
        long[] nanos;
        try (Locking client = library.connect().get()) {
            NamedLock[] locks = IntStream.range(0, KEYS)
                    .mapToObj(i -> client.named("account-" + i))
                    .toArray(NamedLock[]::new);
            requests.begin();
            if (answers != null) {
                answers.begin();
            }
            nanos = take(locks);
            if (answers != null) {
                answers.end(library, acquisitions);
            }
        }
        requests.end(library, acquisitions); // only now, since a client that is closed sends what it has put off
        Arrays.sort(nanos);
        time.add(library.label(), nanos[acquisitions / 2] / 1000.0);
    }

    @AcquiresLock
    private long[] take(NamedLock[] locks) {
        long[] nanos = new long[acquisitions];
        for (int i = 0; i < acquisitions; i++) {
            long start = System.nanoTime();
            locks[i % KEYS].hold(work);
            nanos[i] = System.nanoTime() - start - work.took();
            work.run();
        }
        return nanos;
    }

    @Override
    public void print() {
        time.printWithRatios();
        requests.print();
        if (answers != null) {
            answers.print();
        }
    }
}
