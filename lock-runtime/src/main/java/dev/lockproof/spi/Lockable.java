package dev.lockproof.spi;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;

/**
 * Tells a lock service what to lock and how to read it under the lock.
 *
 * @param <L> the proof's type
 */
public interface Lockable<L> {

    /**
     * Names the lock.
     *
     * @return the key
     */
    LockKey lockKey();

    /**
     * Names the store of the entity, whose transactions defer the release.
     *
     * @return the store
     */
    EntityStore store();

    /**
     * Claims the entity's row under a grant's token and makes the proof from what it read.
     *
     * @param grant the lock that is held
     * @return the proof; or that there is no such row; or that the row has seen the token or a larger one
     */
    Claim<L> claim(LockGrant grant);
}
