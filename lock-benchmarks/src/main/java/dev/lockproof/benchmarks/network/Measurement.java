package dev.lockproof.benchmarks.network;

import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.ExecutionException;

/** Measures libraries, once per round each, and keeps what it measured. */
interface Measurement {

    /** Measures a library for one round. */
    @AcquiresLock
    void measure(Library library) throws InterruptedException, ExecutionException;

    /** Prints what was measured in all rounds. */
    void print();
}
