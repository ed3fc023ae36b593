package dev.lockproof;

/** Thrown when a lock was lost, or released, before it was used. Nothing was written. */
public final class LockLostException extends LockException {

    private static final long serialVersionUID = 1L;

    /** What was locked, or was to be. */
    private final LockKey key;

    /**
     * Says that a lock was lost.
     *
     * @param key what was locked
     * @param reason how it was lost, as a clause: "its lease of 30 s ran out"
     */
    public LockLostException(LockKey key, String reason) {
        this(key, reason, "raise LockOptions.withTtl or use withRenew(true)");
    }

    /** Says that a lock was lost, and as a clause what helps if that happens often. */
    LockLostException(LockKey key, String reason, String advice) {
        super(
                "The lock " + key + " is not held any more: " + reason
                        + ". Nothing was written. Acquire it again and repeat the work; if this is not rare, " + advice,
                null);
        this.key = key;
    }

    /**
     * Tells what was locked.
     *
     * @return the key
     */
    public LockKey key() {
        return key;
    }
}
