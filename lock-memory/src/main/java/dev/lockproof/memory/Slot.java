package dev.lockproof.memory;

import dev.lockproof.spi.Row;
import org.jspecify.annotations.Nullable;

/**
 * The place of one row: what is committed, and which transaction has changed it since.
 *
 * <p>There is one for each row, so it is small: a changed version is kept by its transaction. Changes are guarded by
 * the slot's monitor. A slot without a row and without a writer has been removed from its table, for good.
 */
final class Slot {

    private volatile @Nullable Row row;
    private volatile @Nullable Transaction writer;
    private long fence;

    /** Makes the slot of a row that a transaction is about to insert. */
    Slot() {}

    /** Makes the slot of a row that is inserted. */
    Slot(Row row) {
        this.row = row;
    }

    /**
     * Gives the row as a thread sees it: with the changes of its own transaction, and of those that are committed. Needs no
     * monitor. A commit is one step for all rows, before it reaches their slots one by one.
     */
    @Nullable
    Row row(@Nullable Transaction transaction) {
        Transaction current = writer;
        return current != null && (current == transaction || current.isCommitted())
                ? current.change(this).row()
                : row;
    }

    long fence(@Nullable Transaction transaction) {
        return transaction != null && writer == transaction
                ? transaction.change(this).fence()
                : fence;
    }

    /** Gives the other transaction that has changed the row and is not over yet. */
    @Nullable
    Transaction blocker(@Nullable Transaction transaction) {
        Transaction current = writer;
        return current == transaction ? null : current;
    }

    boolean isRemoved() {
        return row == null && writer == null;
    }

    void lockedBy(Transaction transaction) {
        writer = transaction;
    }

    /** Keeps a change and lets the next writer in. */
    synchronized void commit(@Nullable Row row, long fence) {
        this.row = row;
        this.fence = fence;
        this.writer = null;
    }

    /** Forgets the writer's change and lets the next writer in. */
    synchronized void rollback() {
        writer = null;
    }
}
