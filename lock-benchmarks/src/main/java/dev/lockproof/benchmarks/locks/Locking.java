package dev.lockproof.benchmarks.locks;

/** All the locks of one library. */
interface Locking extends AutoCloseable {

    /** Gives the lock of a name, and stores what has to be stored before it can be taken. Takes nothing. */
    NamedLock named(String name);

    @Override
    default void close() {}
}
