package dev.lockproof.benchmarks.network;

import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.locks.Locking;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;

/** Measures how long a waiter takes to go on after the release by a holder that it shares nothing with but the server. */
final class ClientWakeUp implements Measurement {

    private final int handOffs;
    private final Comparison comparison;

    ClientWakeUp(Backend backend, int handOffs) {
        this.handOffs = handOffs;
        this.comparison =
                new Comparison(backend.name() + ": wake-up of a waiter of another client", "ms, median of a round");
    }

    @Override
    public void measure(Library library) throws InterruptedException, ExecutionException {
        try (Locking holder = library.connect().get();
                Locking waiter = library.connect().get()) {
            long[] nanos = new ClientHandOffs(holder.named("account"), waiter.named("account"), handOffs).measure();
            Arrays.sort(nanos);
            comparison.add(library.label(), nanos[handOffs / 2] / 1e6);
        }
    }

    @Override
    public void print() {
        comparison.printWithRatios();
    }
}
