package dev.lockproof;

import org.jspecify.annotations.Nullable;

/** Thrown when there is no such entity, or when it was deleted while the lock was awaited or held. */
public final class EntityNotFoundException extends LockException {

    private static final long serialVersionUID = 1L;

    /** What was locked, or was to be. */
    private final @Nullable LockKey key;

    /**
     * Says that an entity is not stored.
     *
     * @param key the entity's lock key
     */
    public EntityNotFoundException(LockKey key) {
        super(
                key
                        + " is not stored, or was deleted meanwhile. Nothing was written. Save it as a new entity, or look it up"
                        + " with findById and handle its absence",
                null);
        this.key = key;
    }

    EntityNotFoundException() {
        super(
                "There is nothing to lock: the Optional is empty. Handle the absence before, or say what to throw with"
                        + " acquire(entity, ifMissing)",
                null);
        this.key = null;
    }

    /**
     * Tells which entity was not found.
     *
     * @return its lock key, or null if an empty {@code Optional} was to be locked
     */
    public @Nullable LockKey key() {
        return key;
    }
}
