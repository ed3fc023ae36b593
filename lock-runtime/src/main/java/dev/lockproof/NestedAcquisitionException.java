package dev.lockproof;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a thread that holds a lock asks for another. It is thrown at once, before any I/O, whatever the keys: two
 * threads that each hold one lock and ask for the other's would wait for ever.
 */
public final class NestedAcquisitionException extends LockException {

    private static final long serialVersionUID = 1L;

    /** What the thread holds. */
    private final LockKey held;
    /** What it wanted. */
    private final @Nullable LockKey wanted;

    NestedAcquisitionException(LockKey held, @Nullable LockKey wanted) {
        super(
                "This thread holds the lock " + held + " and can't "
                        + (wanted == null ? "take another" : "take the lock " + wanted)
                        + ". Close the first one before (in a transaction it is held until the transaction is over), or take"
                        + " both at once with acquireBoth or acquireAll",
                null);
        this.held = held;
        this.wanted = wanted;
    }

    /**
     * Tells what this thread holds.
     *
     * @return the key
     */
    public LockKey held() {
        return held;
    }

    /**
     * Tells what was to be locked.
     *
     * @return the key, or null if it is not known, as when a {@linkplain Locks#detached detached} task is refused
     */
    public @Nullable LockKey wanted() {
        return wanted;
    }
}
