package dev.lockproof;

/** Thrown when a new entity is saved whose id is already stored. Nothing was written. */
public final class DuplicateEntityException extends LockException {

    private static final long serialVersionUID = 1L;

    /** What was locked, or was to be. */
    private final LockKey key;

    /**
     * Says that an entity is already stored.
     *
     * @param key the entity's lock key
     */
    public DuplicateEntityException(LockKey key) {
        super(
                key
                        + " is already stored, so it can't be saved as new. Nothing was written. To change it, lock it first and"
                        + " save the locked entity",
                null);
        this.key = key;
    }

    /**
     * Tells which entity is already stored.
     *
     * @return its lock key
     */
    public LockKey key() {
        return key;
    }
}
