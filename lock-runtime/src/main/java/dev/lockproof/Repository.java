package dev.lockproof;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.RunsInline;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds, locks and saves the entities of one type.
 *
 * <p>Generated types such as {@code AccountRepository} implement it. A repository is thread-safe. Every method may throw
 * {@link LockBackendException} when the store or the lock provider fails.
 *
 * @param <T> the entity
 * @param <ID> the type of its id
 * @param <P> its read-only view
 * @param <L> the proof that its lock is held
 */
public interface Repository<T, ID, P extends Persistent<T, L>, L extends LockProof<T>> {

    /**
     * Finds an entity.
     *
     * @param id the entity's id
     * @return the stored entity, or empty if there is none
     */
    Optional<P> findById(ID id);

    /**
     * Finds an entity that must exist.
     *
     * @param id the entity's id
     * @return the stored entity
     * @throws EntityNotFoundException if there is none
     */
    P require(ID id);

    /**
     * Finds the one entity that meets a condition.
     *
     * @param where the condition
     * @return the stored entity, or empty if none meets the condition
     * @throws IllegalStateException if more than one does
     */
    Optional<P> findOne(Condition<T> where);

    /**
     * Finds the entities that a query asks for.
     *
     * @param query the condition, order, position, limit and offset
     * @return the stored entities, in the query's order
     */
    List<P> find(Query<T> query);

    /**
     * Reads the entities that a query asks for one by one, in bounded memory.
     *
     * @param query the condition, order, position, limit and offset
     * @return a stream that must be closed
     */
    Stream<P> stream(Query<T> query);

    /**
     * Counts the entities that meet a condition.
     *
     * @param where the condition
     * @return how many there are
     */
    long count(Condition<T> where);

    /**
     * Stores a new entity. Where the entity is a class, also writes a locked one.
     *
     * @param entity a new entity or, if it is a class, the proof that one is locked
     * @return the entity as it is stored now
     * @throws DuplicateEntityException if the entity is new and its id is already stored
     * @throws LockLostException if the entity is locked and the lock was lost; nothing was written
     * @throws EntityNotFoundException if the entity is locked and its row was deleted; nothing was written
     */
    P save(@Fresh T entity);

    /**
     * Stores new entities, all of them or none, in one batch where the store can. In a transaction that is rolled back at
     * its end if this fails.
     *
     * @param entities new entities; none is a proof that one is locked
     * @return the entities as they are stored now, in the same order
     * @throws DuplicateEntityException if an id is already stored, or is given twice; nothing was written
     */
    List<P> saveAll(Collection<? extends T> entities);

    /**
     * Writes a locked entity.
     *
     * @param locked the proof that the lock is held
     * @return the entity as it is stored now
     * @throws LockLostException if the lock was lost; nothing was written
     * @throws EntityNotFoundException if the row was deleted; nothing was written
     */
    P save(L locked);

    /**
     * Deletes a locked entity.
     *
     * @param locked the proof that the lock is held
     * @throws LockLostException if the lock was lost; nothing was deleted
     * @throws EntityNotFoundException if the row was already deleted
     */
    void delete(L locked);

    /**
     * Guards what belongs to a locked entity but is stored elsewhere in the same database, such as rows of a table that no
     * repository knows: checks in the store that the lock was not lost, and keeps others from claiming or deleting the
     * entity until the transaction is over. Writes nothing.
     *
     * <pre>{@code
     * store.inTransaction(() -> {
     *     orders.verify(order);
     *     … // write the order's lines by any means, on the transaction's connection
     * });
     * }</pre>
     *
     * @param locked the proof that the lock is held
     * @throws IllegalStateException if no transaction of the store is active on this thread
     * @throws LockLostException if the lock was lost
     * @throws EntityNotFoundException if the row was deleted
     */
    void verify(L locked);

    /**
     * Deletes an entity without its lock. A holder's later save fails and never brings the row back.
     *
     * @param id the entity's id
     * @return whether there was one
     */
    boolean deleteById(ID id);

    /**
     * Locks an entity, then reads it under the lock.
     *
     * @param id the entity's id
     * @return the proof, to be closed: {@code try (var account = accounts.lock(id)) { … }}
     * @throws LockTimeoutException if the lock was not free in time
     * @throws NestedAcquisitionException if this thread already holds a lock
     * @throws EntityNotFoundException if there is no such entity
     */
    @AcquiresLock
    L lock(ID id);

    /**
     * Locks an entity under options of its own, then reads it under the lock.
     *
     * @param id the entity's id
     * @param options time to live, timeout, key and renewal
     * @return the proof, to be closed
     * @throws LockTimeoutException if the lock was not free in time
     * @throws NestedAcquisitionException if this thread already holds a lock
     * @throws EntityNotFoundException if there is no such entity
     */
    @AcquiresLock
    L lock(ID id, LockOptions options);

    /**
     * Locks an entity if its lock is free now.
     *
     * @param id the entity's id
     * @return the proof, to be closed, or null if somebody else holds the lock:
     *     {@code try (var account = accounts.tryLock(id)) { if (account == null) … }}
     * @throws NestedAcquisitionException if this thread already holds a lock
     * @throws EntityNotFoundException if there is no such entity
     */
    @AcquiresLock
    @Nullable
    L tryLock(ID id);

    /**
     * Runs work on a locked entity.
     *
     * @param id the entity's id
     * @param work called once, on this thread, with the proof, which it must not keep
     * @param <R> the type of the result
     * @return what the work returned
     * @throws LockTimeoutException if the lock was not free in time
     * @throws NestedAcquisitionException if this thread already holds a lock
     * @throws EntityNotFoundException if there is no such entity
     */
    @AcquiresLock
    <R extends @Nullable Object> R withLock(ID id, @RunsInline Function<? super L, ? extends R> work);
}
