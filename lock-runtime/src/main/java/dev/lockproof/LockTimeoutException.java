package dev.lockproof;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown when a lock was not acquired in time, or when the thread was interrupted while it waited. */
public final class LockTimeoutException extends LockException {

    private static final long serialVersionUID = 1L;

    /** What was locked, or was to be. */
    private final LockKey key;
    /** How long it was waited for. */
    private final Duration waited;

    private LockTimeoutException(String message, LockKey key, Duration waited, @Nullable Throwable cause) {
        super(message, cause);
        this.key = key;
        this.waited = waited;
    }

    static LockTimeoutException timedOut(LockKey key, Duration waited, @Nullable String holder) {
        return new LockTimeoutException(
                "Gave up on the lock " + key + " after " + waited.toMillis() + " ms; " + heldBy(holder)
                        + ". Wait longer with LockOptions.withTimeout, or do less while the lock is held",
                key,
                waited,
                null);
    }

    static LockTimeoutException interrupted(LockKey key, Duration waited) {
        return new LockTimeoutException(
                "Gave up on the lock " + key + " after " + waited.toMillis()
                        + " ms, because the thread was interrupted."
                        + " Its interrupt flag is set: end the work, or clear the flag and try again",
                key,
                waited,
                new InterruptedException());
    }

    private static String heldBy(@Nullable String holder) {
        return holder == null ? "the backend does not know the holder" : "it is held by " + holder;
    }

    /**
     * Tells what was to be locked.
     *
     * @return the key
     */
    public LockKey key() {
        return key;
    }

    /**
     * Tells how long the thread waited.
     *
     * @return the time
     */
    public Duration waited() {
        return waited;
    }
}
