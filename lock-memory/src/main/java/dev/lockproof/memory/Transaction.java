package dev.lockproof.memory;

import dev.lockproof.LockBackendException;
import dev.lockproof.spi.TransactionHook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The changes of one thread that are not committed yet. Changed by that thread alone. */
final class Transaction {

    private static final System.Logger LOG = System.getLogger(Transaction.class.getName());

    private final Thread thread = Thread.currentThread();
    private final Map<Slot, Change> changes = new LinkedHashMap<>();
    private final Set<TransactionHook> hooks = new LinkedHashSet<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Throwable doom;
    private volatile boolean isCommitted;

    Thread thread() {
        return thread;
    }

    Change change(Slot slot) {
        return Objects.requireNonNull(changes.get(slot));
    }

    void record(Slot slot, Change change) {
        changes.put(slot, change);
    }

    void register(TransactionHook hook) {
        hooks.add(hook);
    }

    /** Makes sure that this is rolled back, even if the caller catches what was thrown. */
    void doom(Throwable reason) {
        if (doom == null) {
            doom = reason;
        }
    }

    /** Asks the hooks, also those that are registered by one of them, whether to commit. */
    void beforeCommit() {
        List<TransactionHook> told = new ArrayList<>();
        while (told.size() < hooks.size()) {
            TransactionHook next = List.copyOf(hooks).get(told.size());
            told.add(next);
            next.beforeCommit();
        }
        if (doom != null) {
            throw new LockBackendException(
                    "The transaction was rolled back, because a part of it failed and the exception was caught inside: "
                            + "let the exception leave inTransaction, and repeat the whole",
                    true,
                    doom);
        }
    }

    void commit(Gate gate) {
        gate.enter(() -> isCommitted = true);
        changes.forEach((slot, change) -> slot.commit(change.row(), change.fence()));
        changes.forEach((slot, change) -> change.table().removeIfEmpty(change.key(), slot));
        over.countDown();
    }

    void rollback() {
        changes.keySet().forEach(Slot::rollback);
        changes.forEach((slot, change) -> change.table().removeIfEmpty(change.key(), slot));
        over.countDown();
    }

    void afterCompletion() {
        for (TransactionHook hook : hooks) {
            try {
                hook.afterCompletion();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "A transaction's hook failed after completion: " + hook, e);
            }
        }
    }

    /** From the moment that this is true, all see the changes, which stay as they are. */
    boolean isCommitted() {
        return isCommitted;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits on another thread for this to be over. */
    void awaitEnd() throws InterruptedException {
        over.await();
    }
}
