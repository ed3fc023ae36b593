package dev.lockproof.benchmarks.network;

/** Counts something that grows all the time. */
public interface Counter {

    /**
     * Tells what is counted.
     *
     * @return the unit, in the plural
     */
    String unit();

    /**
     * Reads the counter.
     *
     * @return how many there were up to now
     */
    long read();
}
