package dev.lockproof.spi;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.Persistent;
import org.jspecify.annotations.Nullable;

/**
 * A stored entity as it was read: the base of the generated views. Immutable and thread-safe.
 *
 * @param <T> the entity
 * @param <L> the proof that its lock is held
 */
public abstract class StoredEntity<T, L extends LockProof<T>> implements Persistent<T, L>, Lockable<L> {

    private final Row row;
    private final Lockable<L> lockable;

    /**
     * Wraps a row.
     *
     * @param row the values that were read
     * @param lockable how to lock the entity
     */
    protected StoredEntity(Row row, Lockable<L> lockable) {
        this.row = row;
        this.lockable = lockable;
    }

    /**
     * Gives the values that were read.
     *
     * @return the row
     */
    protected final Row row() {
        return row;
    }

    @Override
    public final LockKey lockKey() {
        return lockable.lockKey();
    }

    @Override
    public final EntityStore store() {
        return lockable.store();
    }

    @Override
    public final @Nullable JoinedClaim joinedClaim() {
        return lockable.joinedClaim();
    }

    @Override
    public final Claim<L> claim(LockGrant grant) {
        return lockable.claim(grant);
    }

    /**
     * Compares the values that were read.
     *
     * @param other another object
     * @return whether it is a view of the same entity with the same values
     */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof StoredEntity<?, ?> entity && row.equals(entity.row);
    }

    @Override
    public final int hashCode() {
        return row.hashCode();
    }

    /** Names the entity, without its values, which may be secrets. */
    @Override
    public final String toString() {
        return "Persistent[" + row + "]";
    }
}
