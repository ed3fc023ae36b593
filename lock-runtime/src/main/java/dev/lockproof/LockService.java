package dev.lockproof;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.spi.LockProvider;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes locks on stored entities and hands out the proofs.
 *
 * <p>Every method that acquires
 *
 * <ul>
 *   <li>throws {@link NestedAcquisitionException} at once, before any I/O, if this thread already holds a lock;
 *   <li>waits in FIFO order behind the other threads of this service that want the same lock, for at most the timeout,
 *       and then throws {@link LockTimeoutException};
 *   <li>reads the entity after the lock was granted, and throws {@link EntityNotFoundException} if it is gone;
 *   <li>throws {@link LockBackendException} if the provider or the store failed, and {@link IllegalStateException} if this
 *       service is closed.
 * </ul>
 *
 * <p>The result is to be closed: acquire in the head of a {@code try} statement. A service is thread-safe.
 */
public interface LockService extends AutoCloseable {

    /**
     * Makes a service with the default options.
     *
     * @param provider where the leases live; closed with the service
     * @return the service
     */
    static LockService of(LockProvider provider) {
        return builder(provider).build();
    }

    /**
     * Begins a service with options of its own.
     *
     * @param provider where the leases live; closed with the service
     * @return a builder
     */
    static LockServiceBuilder builder(LockProvider provider) {
        return new LockServiceBuilder(provider);
    }

    /**
     * Locks an entity under the default options.
     *
     * @param entity the stored entity, as a repository found it
     * @param <T> the entity's type
     * @param <L> the proof's type
     * @return the proof
     */
    @AcquiresLock
    <T, L extends LockProof<T>> L acquire(Persistent<T, L> entity);

    /**
     * Locks an entity.
     *
     * @param entity the stored entity, as a repository found it
     * @param options time to live, timeout, key and renewal
     * @param <T> the entity's type
     * @param <L> the proof's type
     * @return the proof
     */
    @AcquiresLock
    <T, L extends LockProof<T>> L acquire(Persistent<T, L> entity, LockOptions options);

    /**
     * Locks an entity that may not have been found.
     *
     * @param entity the stored entity, as a repository found it
     * @param <T> the entity's type
     * @param <L> the proof's type
     * @return the proof
     * @throws EntityNotFoundException if it was not found
     */
    @AcquiresLock
    <T, L extends LockProof<T>> L acquire(Optional<? extends Persistent<T, L>> entity);

    /**
     * Locks an entity that may not have been found, or throws an exception of the caller's.
     *
     * @param entity the stored entity, as a repository found it
     * @param ifMissing makes the exception to throw if it was not found, or is gone by the time it is locked
     * @param <T> the entity's type
     * @param <L> the proof's type
     * @return the proof
     */
    @AcquiresLock
    <T, L extends LockProof<T>> L acquire(
            Optional<? extends Persistent<T, L>> entity, Supplier<? extends RuntimeException> ifMissing);

    /**
     * Locks an entity if its lock is free now.
     *
     * @param entity the stored entity, as a repository found it
     * @param <T> the entity's type
     * @param <L> the proof's type
     * @return the proof, or null if somebody else holds the lock
     */
    @AcquiresLock
    <T, L extends LockProof<T>> @Nullable L tryAcquire(Persistent<T, L> entity);

    /**
     * Locks two entities in one acquisition, in an order that cannot deadlock.
     *
     * <p>Both or none are locked, with one deadline. The same entity may be given twice.
     *
     * @param first one stored entity
     * @param second another
     * @param <A> the first proof's type
     * @param <B> the second proof's type
     * @return both proofs
     */
    @AcquiresLock
    <A extends LockProof<?>, B extends LockProof<?>> LockedPair<A, B> acquireBoth(
            Persistent<?, A> first, Persistent<?, B> second);

    /**
     * Locks entities of one type in one acquisition, in an order that cannot deadlock.
     *
     * <p>All or none are locked, with one deadline. Duplicates are merged.
     *
     * @param entities the stored entities; may be empty
     * @param <T> the entities' type
     * @param <L> the proofs' type
     * @return the proofs
     */
    @AcquiresLock
    <T, L extends LockProof<T>> LockedGroup<L> acquireAll(Collection<? extends Persistent<T, L>> entities);

    /**
     * Locks entities of any types in one acquisition, in an order that cannot deadlock.
     *
     * <p>All or none are locked, with one deadline. Duplicates are merged. {@link LockedGroup#get} gives each entity's
     * proof under its own type.
     *
     * @param first one stored entity
     * @param second another
     * @param more the rest
     * @return the proofs
     */
    @AcquiresLock
    LockedGroup<LockProof<?>> acquireAll(Persistent<?, ?> first, Persistent<?, ?> second, Persistent<?, ?>... more);

    /**
     * Lists the locks that this service holds now, for operators.
     *
     * @return a snapshot, oldest first
     */
    List<HeldLock> held();

    /**
     * Shuts down: refuses new acquisitions, waits for the open scopes up to the shutdown limit, then marks the rest as
     * lost, releases them, and closes the provider. Repeated calls do nothing.
     */
    @Override
    void close();
}
