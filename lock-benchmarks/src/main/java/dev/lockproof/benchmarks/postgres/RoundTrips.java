package dev.lockproof.benchmarks.postgres;

import dev.lockproof.benchmarks.network.Counter;

/** How often a thread has waited for an answer of a server, after it had sent something. */
final class RoundTrips implements Counter {

    private static final ThreadLocal<long[]> COUNT = ThreadLocal.withInitial(() -> new long[1]);

    static void addOne() {
        COUNT.get()[0]++;
    }

    @Override
    public String unit() {
        return "round trips";
    }

    @Override
    public long read() {
        return COUNT.get()[0];
    }
}
