package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.Settings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Measures what is kept of each key after it was locked and released once, and nobody refers to it any more. */
public final class RetainedMemory {

    private static final int COLLECTIONS = 3;

    private RetainedMemory() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code rounds} and {@code keys} in a round
     */
    @AcquiresLock
    public static void run(Settings settings) {
        int rounds = settings.number("rounds", 3);
        int keys = settings.number("keys", 1_000_000);
        Comparison comparison = new Comparison("kept per released key, %d keys".formatted(keys), "bytes a key");
        for (Subject subject : Subject.values()) {
            bytesKept(subject, 10_000); // loads the classes and fills what is kept once
        }
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            for (Subject subject : Subject.values()) {
                comparison.add(subject.label(), (double) bytesKept(subject, keys) / keys);
            }
        }
        comparison.print();
    }

    @AcquiresLock
    private static long bytesKept(Subject subject, int keys) {
        try (Locking locking = subject.open()) {
            for (int i = 0; i < keys; i++) {
                locking.named(key(i)); // stores the row, where there is one
            }
            long before = usedHeap();
            for (int i = 0; i < keys; i++) {
                locking.named(key(i)).hold(NamedLock.EMPTY);
            }
            return usedHeap() - before;
        }
    }

    private static String key(int number) {
        return "account-" + number;
    }

    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
