package dev.lockproof.memory;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows which thread waits for which transaction, and refuses the wait that would close a circle.
 *
 * <p>A thread waits for one transaction at most, and that belongs to one thread, so the waits form chains; a new wait
 * closes a circle exactly if the chain from its end leads back to the thread. The graph covers all stores of the JVM, since
 * one thread can have transactions in several.
 */
final class WaitGraph {

    private static final Map<Thread, Transaction> WAITS = new HashMap<>();

    private WaitGraph() {}

    /**
     * Waits until another thread's transaction is over.
     *
     * @param row names what is waited for
     * @param waiting the transaction that waits, if it has one: it is doomed if it must not wait
     * @throws LockBackendException if the two would wait for each other, or the thread is interrupted
     */
    static void await(LockKey row, @Nullable Transaction waiting, Transaction other) {
        Thread thread = Thread.currentThread();
        if (!add(thread, other)) {
            throw doomed(
                    waiting,
                    new LockBackendException(
                            "Writing " + row + " would deadlock: the transaction that has changed it waits for this "
                                    + "one. This one is rolled back; repeat it, and write rows in the same order "
                                    + "everywhere",
                            true,
                            null));
        }
        try {
            other.awaitEnd();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw doomed(
                    waiting,
                    new LockBackendException(
                            "The thread was interrupted while it waited to write " + row
                                    + ", which another transaction has changed; repeat the work if it is still wanted",
                            true,
                            e));
        } finally {
            remove(thread);
        }
    }

    private static synchronized boolean add(Thread thread, Transaction other) {
        for (Transaction next = other; next != null && !next.isOver(); next = WAITS.get(next.thread())) {
            if (next.thread() == thread) {
                return false;
            }
        }
        WAITS.put(thread, other);
        return true;
    }

    private static synchronized void remove(Thread thread) {
        WAITS.remove(thread);
    }

    private static LockBackendException doomed(@Nullable Transaction transaction, LockBackendException reason) {
        if (transaction != null) {
            transaction.doom(reason);
        }
        return reason;
    }
}
