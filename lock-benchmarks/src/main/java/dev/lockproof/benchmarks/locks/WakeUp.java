package dev.lockproof.benchmarks.locks;

import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.Settings;
import java.util.Arrays;
import java.util.List;

/** Measures how long a waiter that sleeps takes to go on after the holder's release. */
public final class WakeUp {

    private WakeUp() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code rounds} and {@code handoffs} in a round
     * @throws InterruptedException if interrupted
     */
    public static void run(Settings settings) throws InterruptedException {
        int rounds = settings.number("rounds", 7);
        int handOffs = settings.number("handoffs", 2000);
        List<Subject> subjects =
                Arrays.stream(Subject.values()).filter(Subject::waits).toList();
        Comparison comparison = new Comparison("wake-up of a waiter", "µs, median of a round");
        for (int round = 0; round <= rounds; round++) { // round 0 warms up
            for (Subject subject : subjects) {
                double micros = medianMicros(subject, handOffs);
                if (round > 0) {
                    comparison.add(subject.label(), micros);
                }
            }
        }
        comparison.printWithRatios();
    }

    private static double medianMicros(Subject subject, int handOffs) throws InterruptedException {
        try (Locking locking = subject.open()) {
            long[] nanos = new HandOffs(locking.named("account"), handOffs).measure();
            Arrays.sort(nanos);
            return nanos[handOffs / 2] / 1000.0;
        }
    }
}
