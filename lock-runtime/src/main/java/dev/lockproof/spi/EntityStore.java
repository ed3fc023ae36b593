package dev.lockproof.spi;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.annotations.RunsInline;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entities in rows, each with a fence: the largest fencing token that claimed the row.
 *
 * <p>Programs call {@link #inTransaction(Runnable)} and {@link #inTransaction(Supplier)}; the other methods are for the
 * library. Taking a lock <em>claims</em> the row: the fence is raised to the token, if it is smaller, and the row is
 * returned, in one atomic step. A write is carried out only while the fence <em>equals</em> the writer's token. With a
 * check at write time alone, an update could be lost: a holder reads, loses its lease, the next holder reads, the first
 * one writes, the second one writes.
 *
 * <p>A row that is inserted starts with fence 0, and tokens are positive: a token of zero or less is refused with an
 * {@link IllegalArgumentException}. A transaction in which an inner one failed is rolled back even if the exception is
 * caught; then the outer one throws a {@link dev.lockproof.LockBackendException} with that exception as its cause. A write
 * that was refused by its result, such as a duplicate, leaves the transaction usable. Implementations are thread-safe, and throw
 * {@link dev.lockproof.LockBackendException} when the backend fails.
 */
public interface EntityStore {

    /**
     * Runs work in a transaction of this thread: commits, or rolls back on any throwable. Joins an outer transaction.
     *
     * @param work called once, on this thread
     */
    void inTransaction(@RunsInline Runnable work);

    /**
     * Runs work in a transaction of this thread: commits, or rolls back on any throwable. Joins an outer transaction.
     *
     * @param work called once, on this thread
     * @param <R> the type of the result
     * @return what the work returned
     */
    <R extends @Nullable Object> R inTransaction(@RunsInline Supplier<R> work);

    /**
     * Registers a hook with the transaction that is active on this thread.
     *
     * @param hook told before the commit and after the transaction is over; a hook that is registered twice with one
     *     transaction is told once
     * @return false if no transaction is active on this thread, in which case the hook is not called
     */
    boolean register(TransactionHook hook);

    /**
     * Tells the store of an entity that it is going to be asked for. Called when a repository is made; does no I/O, and
     * nothing by default.
     *
     * @param mapping the entity's mapping
     */
    default void announce(EntityMapping<?, ?, ?, ?> mapping) {}

    /**
     * Raises the fence of a row to a token if it is smaller, and reads the row in the same step.
     *
     * @param mapping the entity's mapping
     * @param id the entity's id
     * @param token the fencing token of the lock that was granted
     * @param <T> the entity
     * @param <ID> the type of its id
     * @return the claimed row; or that there is no such row; or that the fence is at the token or past it
     */
    <T, ID> Claim<Row> claim(EntityMapping<T, ID, ?, ?> mapping, ID id, long token);

    /**
     * Gives what a lock provider of the same database needs to claim a row in the statement that takes the lease. By default
     * nothing.
     *
     * @param mapping the entity's mapping
     * @param id the entity's id
     * @param <T> the entity
     * @param <ID> the type of its id
     * @return a claim for the acquisition that this thread begins; or null if the store claims the row itself, as it does inside
     *     a transaction
     */
    default <T, ID> @Nullable JoinedClaim joinedClaim(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        return null;
    }

    /**
     * Inserts a row with fence 0.
     *
     * @param mapping the entity's mapping
     * @param row the entity's values
     * @param <T> the entity
     * @return false, with nothing written, if the id is already stored
     */
    <T> boolean insert(EntityMapping<T, ?, ?, ?> mapping, Row row);

    /**
     * Inserts rows with fence 0, all of them or none. By default one by one, in a transaction.
     *
     * @param mapping the entity's mapping
     * @param rows the entities' values
     * @param <T> the entity
     * @return empty if all were inserted; otherwise a row whose id is already stored, or is given twice. Then nothing was
     *     written, and an outer transaction is rolled back at its end
     */
    default <T> Optional<Row> insertAll(EntityMapping<T, ?, ?, ?> mapping, List<Row> rows) {
        return RowByRow.insertAll(this, mapping, rows);
    }

    /**
     * Checks that the fence of a row equals a token, and keeps it so until this thread's transaction is over: meanwhile no
     * other claim or deletion of the row succeeds, so other rows can be written that belong to it. By default the row is
     * written as it is.
     *
     * @param mapping the entity's mapping
     * @param id the entity's id
     * @param token the fencing token under which the row was claimed
     * @param <T> the entity
     * @param <ID> the type of its id
     * @return {@link WriteResult#WRITTEN} if it does, or why it does not
     */
    default <T, ID> WriteResult verify(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        return find(mapping, id).map(row -> update(mapping, row, token)).orElse(WriteResult.MISSING);
    }

    /**
     * Writes a row if its fence equals a token.
     *
     * @param mapping the entity's mapping
     * @param row the entity's values, its id among them
     * @param token the fencing token under which the row was claimed
     * @param <T> the entity
     * @return whether it was written, or why not
     */
    <T> WriteResult update(EntityMapping<T, ?, ?, ?> mapping, Row row, long token);

    /**
     * Deletes a row if its fence equals a token.
     *
     * @param mapping the entity's mapping
     * @param id the entity's id
     * @param token the fencing token under which the row was claimed
     * @param <T> the entity
     * @param <ID> the type of its id
     * @return whether it was deleted, or why not
     */
    <T, ID> WriteResult delete(EntityMapping<T, ID, ?, ?> mapping, ID id, long token);

    /**
     * Deletes a row, whatever its fence.
     *
     * @param mapping the entity's mapping
     * @param id the entity's id
     * @param <T> the entity
     * @param <ID> the type of its id
     * @return whether there was one
     */
    <T, ID> boolean deleteById(EntityMapping<T, ID, ?, ?> mapping, ID id);

    /**
     * Reads one row.
     *
     * @param mapping the entity's mapping
     * @param id the entity's id
     * @param <T> the entity
     * @param <ID> the type of its id
     * @return the row, or empty
     */
    <T, ID> Optional<Row> find(EntityMapping<T, ID, ?, ?> mapping, ID id);

    /**
     * Reads rows one by one, in the query's {@linkplain EntityMapping#totalOrder total order}, null last. If the query has
     * a position, the rows are those that come behind it in that order, whether or not there is a row with its values.
     *
     * @param mapping the entity's mapping
     * @param query the condition, order, position, limit and offset
     * @param <T> the entity
     * @return the rows; to be closed
     */
    <T> Stream<Row> stream(EntityMapping<T, ?, ?, ?> mapping, Query<T> query);

    /**
     * Counts rows.
     *
     * @param mapping the entity's mapping
     * @param where the condition
     * @param <T> the entity
     * @return how many meet it
     */
    <T> long count(EntityMapping<T, ?, ?, ?> mapping, Condition<T> where);
}
