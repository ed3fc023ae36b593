package dev.lockproof;

import dev.lockproof.annotations.MaybeUnlocked;

/**
 * Refers to a stored entity, without a lock on it.
 *
 * <p>It is read-only: to change the entity, pass this to {@link LockService#acquire(Persistent)}, which reads the entity
 * again under the lock. What was read before is only a reference. Generated types such as {@code PersistentAccount}
 * implement it. Instances are immutable and thread-safe.
 *
 * @param <T> the entity
 * @param <L> the proof that its lock is held
 */
public interface Persistent<T, L extends LockProof<T>> {

    /**
     * Copies the entity as it was read.
     *
     * @return a detached copy; changing it changes nothing that is stored
     */
    @MaybeUnlocked
    T entity();

    /**
     * Names the lock of the entity.
     *
     * @return the key, such as {@code Account:42}
     */
    LockKey lockKey();
}
