package dev.lockproof.spi;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import org.jspecify.annotations.Nullable;

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
     * Gives what a lock provider of the store's database needs to claim the row in the statement that takes the lease. By
     * default nothing.
     *
     * @return a claim for the acquisition that this thread begins; or null if the row is to be claimed afterwards
     */
    default @Nullable JoinedClaim joinedClaim() {
        return null;
    }

    /**
     * Claims the entity's row under a grant's token, unless that was done with the lease, and makes the proof from what was
     * read.
     *
     * @param grant the lock that is held
     * @return the proof; or that there is no such row; or that the row has seen the token or a larger one
     */
    Claim<L> claim(LockGrant grant);
}
