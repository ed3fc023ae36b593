package dev.lockproof;

import org.jspecify.annotations.Nullable;

/** Thrown when the lock provider or the store failed or could not be reached. */
public final class LockBackendException extends LockException {

    private static final long serialVersionUID = 1L;

    /** Whether certainly nothing was changed. */
    private final boolean outcomeKnown;

    /**
     * Says that a backend failed.
     *
     * @param message what was to be done, naming the key, what happened, and what to do next
     * @param outcomeKnown true if certainly nothing was changed; false if the change may have been carried out
     * @param cause the driver's exception, or null
     */
    public LockBackendException(String message, boolean outcomeKnown, @Nullable Throwable cause) {
        super(message + (outcomeKnown ? " (nothing was changed)" : " (the change may have been carried out)"), cause);
        this.outcomeKnown = outcomeKnown;
    }

    /**
     * Tells whether the outcome is known.
     *
     * @return true if certainly nothing was changed; false if the change may have been carried out
     */
    public boolean isOutcomeKnown() {
        return outcomeKnown;
    }
}
