package dev.lockproof.internal;

import dev.lockproof.LockKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the acquisitions that want or hold a lock, one line per key, first come, first served.
 *
 * <p>The first of a line asks the provider and holds the lock; the others wait, so that a key costs the provider one waiter
 * per process. Leaving a line makes the next one first in the same atomic step, whether it waits yet or not, so no wake-up
 * is lost. A line exists only while somebody is in it. Thread-safe.
 *
 * @param <T> the type of the turns
 */
public final class Lines<T extends Turn> {

    private final ConcurrentHashMap<LockKey, T> firsts = new ConcurrentHashMap<>();
    private final Object end = new Object();
    private volatile boolean endIsAwaited;

    /** Makes lines without anybody in them. */
    public Lines() {}

    /**
     * Joins the line for the turn's key at its end.
     *
     * @param turn a turn that was in no line before
     */
    public void enter(T turn) {
        turn.presume(true);
        if (firsts.putIfAbsent(turn.key(), turn) != null) {
            turn.presume(false);
            firsts.compute(turn.key(), (key, first) -> first == null ? startLine(turn) : append(first, turn));
        }
    }

    /**
     * Leaves the line, from any place in it. Repeated calls do nothing.
     *
     * @param turn a turn that has entered
     */
    public void leave(T turn) {
        boolean wasFirst = turn.isFirst();
        T first = firsts.computeIfPresent(turn.key(), (key, seen) -> remove(seen, turn));
        if (first == null) {
            tellWhoAwaitsTheEnd();
        } else if (wasFirst || turn.isFirst()) {
            first.wake();
        }
    }

    /**
     * Finds the first in the line for a key.
     *
     * @param key the key
     * @return the turn, or null if nobody is in line
     */
    public @Nullable T first(LockKey key) {
        return firsts.get(key);
    }

    /**
     * Lists the first of each line.
     *
     * @return a weakly consistent snapshot
     */
    public List<T> firsts() {
        return new ArrayList<>(firsts.values());
    }

    /**
     * Does something to each turn of every line.
     *
     * @param action must be quick and leave the lines alone
     */
    public void forEach(Consumer<? super T> action) {
        for (LockKey key : firsts.keySet()) {
            firsts.computeIfPresent(key, (same, first) -> {
                for (T turn = first; turn != null; turn = next(turn)) {
                    action.accept(turn);
                }
                return first;
            });
        }
    }

    /**
     * Waits until nobody is in any line. Nobody should be entering any more.
     *
     * @param nanos the longest wait
     * @return whether there are no lines
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean awaitEmpty(long nanos) throws InterruptedException {
        endIsAwaited = true;
        long until = System.nanoTime() + nanos;
        synchronized (end) {
            for (long left = nanos; left > 0 && !isEmpty(); left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(end, left);
            }
        }
        return isEmpty();
    }

    private void tellWhoAwaitsTheEnd() {
        if (endIsAwaited) {
            synchronized (end) {
                end.notifyAll();
            }
        }
    }

    /**
     * Tells whether nobody is in any line.
     *
     * @return whether there are no lines
     */
    public boolean isEmpty() {
        return firsts.isEmpty();
    }

    /**
     * Counts the lines.
     *
     * @return the number of keys that somebody wants or holds
     */
    public int size() {
        return firsts.size();
    }

    private static <T extends Turn> T startLine(T turn) {
        turn.becomeFirst();
        return turn;
    }

    private static <T extends Turn> T append(T first, T turn) {
        turn.previous = first.last;
        first.last.next = turn;
        first.last = turn;
        return first;
    }

    /** Takes a turn out of the line, and gives the line's first turn afterwards. */
    private static <T extends Turn> @Nullable T remove(T first, T turn) {
        if (turn.left) {
            return first;
        }
        turn.left = true;
        if (turn == first) {
            return promoteNext(first);
        }
        Turn before = turn.previous;
        Turn after = turn.next;
        if (before != null) {
            before.next = after;
        }
        if (after != null) {
            after.previous = before;
            // Only the one next to the first learned of a lease that is newer than its own look at the first.
            after.wake();
        } else if (before != null) {
            first.last = before;
        }
        unlink(turn);
        return first;
    }

    private static <T extends Turn> @Nullable T promoteNext(T first) {
        T next = next(first);
        if (next != null) {
            next.last = first.last;
            next.previous = null;
            next.inherit(first);
            next.becomeFirst();
        }
        unlink(first);
        return next;
    }

    /** A turn that left must keep no other alive. */
    private static void unlink(Turn turn) {
        turn.previous = null;
        turn.next = null;
        turn.last = turn;
    }

    /** All turns of these lines are of one type. */
    @SuppressWarnings("unchecked")
    private static <T extends Turn> @Nullable T next(T turn) {
        return (T) turn.next;
    }
}
