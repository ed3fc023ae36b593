package dev.lockproof.benchmarks.network;

import dev.lockproof.benchmarks.Comparison;

/** What an acquisition costs of something that is counted. */
final class CostEach {

    private final Counter counter;
    private final Comparison comparison;
    private long before;

    CostEach(String title, Counter counter, String byWhom) {
        this.counter = counter;
        this.comparison = new Comparison(title, counter.unit() + " an acquisition, " + byWhom);
    }

    void begin() {
        before = counter.read();
    }

    void end(Library library, long acquisitions) {
        comparison.add(library.label(), (double) (counter.read() - before) / acquisitions);
    }

    void print() {
        comparison.print();
    }
}
