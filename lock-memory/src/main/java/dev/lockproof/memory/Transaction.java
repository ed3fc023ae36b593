package dev.lockproof.memory;

import dev.lockproof.spi.TransactionHooks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** The changes of one thread that are not committed yet. Changed by that thread alone. */
final class Transaction {

    private final Thread thread = Thread.currentThread();
    private final Map<Slot, Change> changes = new LinkedHashMap<>();
    private final TransactionHooks hooks = new TransactionHooks();
    private final CountDownLatch over = new CountDownLatch(1);
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

    TransactionHooks hooks() {
        return hooks;
    }

    /** Makes sure that this is rolled back, even if the caller catches what was thrown. */
    void doom(Throwable reason) {
        hooks.doom(reason);
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
