package dev.lockproof.memory;

import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets commits through at the same time, and each scan alone, so that a scan sees all of a commit or nothing of it.
 *
 * <p>Nobody waits for a transaction behind the gate, and it is not reentrant.
 */
final class Gate {

    private final StampedLock lock = new StampedLock();

    /** Runs what makes changes visible, together with others that do. */
    void enter(Runnable commit) {
        long stamp = lock.readLock();
        try {
            commit.run();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Runs what makes changes visible, together with others that do. */
    <R extends @Nullable Object> R enter(Supplier<R> commit) {
        long stamp = lock.readLock();
        try {
            return commit.get();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Runs a scan while no change becomes visible. */
    void enterAlone(Runnable scan) {
        long stamp = lock.writeLock();
        try {
            scan.run();
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
