package dev.lockproof;

import dev.lockproof.annotations.Locked;

/**
 * Proves that the lock on an entity is held, for the length of a {@code try} block.
 *
 * <p>Generated types such as {@code LockedAccount} implement it. A proof that another class implements by hand has no
 * {@link LockGrant} and so cannot write. A proof belongs to the thread that acquired it and is not thread-safe.
 *
 * @param <T> the entity
 */
public interface LockProof<T> extends AutoCloseable {

    /**
     * Gives the entity as it was read under the lock, with the changes made since.
     *
     * @return the entity, which may be changed and saved while the lock is held
     */
    @Locked
    T entity();

    /**
     * Gives the lock that is held.
     *
     * @return the grant
     */
    LockGrant lock();

    /**
     * Releases the lock.
     *
     * <p>Never throws an exception and never waits for the network; repeated calls do nothing. Inside a transaction of the store
     * the release is carried out after the transaction is over. An {@link Error} of a listener or another collaborator is
     * thrown after the release.
     */
    @Override
    void close();
}
