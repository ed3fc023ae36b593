package dev.lockproof.benchmarks.locks;

/** All the locks of one library. */
public interface Locking extends AutoCloseable {

    /**
     * Gives the lock of a name, and stores what has to be stored before it can be taken. Takes nothing.
     *
     * @param name the name
     * @return its lock
     */
    NamedLock named(String name);

    @Override
    default void close() {}
}
