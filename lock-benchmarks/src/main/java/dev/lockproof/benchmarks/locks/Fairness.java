package dev.lockproof.benchmarks.locks;

import dev.lockproof.Locks;
import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.Settings;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Measures how evenly threads share one lock that all of them want all the time. */
public final class Fairness {

    private Fairness() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code rounds}, {@code threads}, and {@code millis} that they compete in a round
     * @throws InterruptedException if interrupted
     */
    public static void run(Settings settings) throws InterruptedException {
        int rounds = settings.number("rounds", 5);
        int threads = settings.number("threads", 16);
        int millis = settings.number("millis", 500);
        Comparison evenness =
                new Comparison("fairness, %d threads on one key".formatted(threads), "most / fewest acquisitions");
        Comparison share = new Comparison("share of the busiest thread", "% of all acquisitions");
        for (int round = 0; round <= rounds; round++) { // round 0 warms up
            for (Subject subject : Subject.values()) {
                long[] acquisitions = compete(subject, threads, millis);
                if (round > 0) {
                    double most = LongStream.of(acquisitions).max().orElseThrow();
                    evenness.add(
                            subject.label(),
                            most / LongStream.of(acquisitions).min().orElseThrow());
                    share.add(
                            subject.label(),
                            100 * most / LongStream.of(acquisitions).sum());
                }
            }
        }
        evenness.print();
        share.print();
    }

    private static long[] compete(Subject subject, int count, int millis) throws InterruptedException {
        try (Locking locking = subject.open()) {
            NamedLock lock = locking.named("account");
            Phaser start = new Phaser(count);
            Competitor[] competitors = IntStream.range(0, count)
                    .mapToObj(i -> new Competitor(lock, start, millis))
                    .toArray(Competitor[]::new);
            Thread[] threads = new Thread[count];
            for (int i = 0; i < count; i++) {
                threads[i] = new Thread(Locks.detached(competitors[i]::run));
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return Stream.of(competitors).mapToLong(Competitor::acquisitions).toArray();
        }
    }
}
