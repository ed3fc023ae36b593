package dev.lockproof;

import java.time.Duration;

/**
 * Is told what a service does, for metrics and traces.
 *
 * <p>Methods are called on the thread that acquires, releases or finds the lock lost. They must be quick and thread-safe. An
 * exception that they throw is logged and otherwise ignored. An {@link Error} is thrown on that thread when nothing else is
 * left to be done there: a lock that was just acquired is given up, others are lost or released.
 */
public interface LockListener {

    /**
     * Called after a lock was acquired.
     *
     * @param key what is locked
     * @param waited how long the acquisition took
     */
    default void acquired(LockKey key, Duration waited) {}

    /**
     * Called after an acquisition gave up because the lock was not free in time.
     *
     * @param key what was to be locked
     * @param waited how long it waited
     */
    default void timedOut(LockKey key, Duration waited) {}

    /**
     * Called once when a lock is found to be lost.
     *
     * @param key what was locked
     * @param held how long it was held
     */
    default void lost(LockKey key, Duration held) {}

    /**
     * Called after a lock was released, lost or not.
     *
     * @param key what was locked
     * @param held how long the scope was open
     */
    default void released(LockKey key, Duration held) {}
}
