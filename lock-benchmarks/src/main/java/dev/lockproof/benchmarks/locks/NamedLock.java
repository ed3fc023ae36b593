package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.RunsInline;

/** A lock under one name, in the form in which a user of its library would keep it at hand. */
public interface NamedLock {

    /** A section in which nothing is done. */
    Runnable EMPTY = () -> {};

    /**
     * Acquires the lock, runs the section and releases the lock.
     *
     * @param section what to do under the lock
     */
    @AcquiresLock
    void hold(@RunsInline Runnable section);
}
