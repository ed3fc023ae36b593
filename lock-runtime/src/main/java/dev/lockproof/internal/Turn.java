package dev.lockproof.internal;

import dev.lockproof.LockKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The place of one acquisition in the line for a key, and the thread that waits there.
 *
 * <p>The links belong to {@link Lines}, which changes them only inside an atomic update of the key's entry.
 */
public abstract class Turn {

    private static final VarHandle FIRST;

    static {
        try {
            FIRST = MethodHandles.lookup().findVarHandle(Turn.class, "first", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final LockKey key;
    private final Thread thread = Thread.currentThread();

    @Nullable
    Turn previous;

    volatile @Nullable Turn next;

    /** The end of the line; kept up to date in the first turn only. */
    Turn last = this;

    boolean left;

    volatile boolean woken;

    private volatile boolean first;
    private volatile long parkedUntil;

    /**
     * Makes a turn for the calling thread.
     *
     * @param key what it wants to lock
     */
    protected Turn(LockKey key) {
        this.key = key;
    }

    /**
     * Tells what this turn wants to lock.
     *
     * @return the key
     */
    public final LockKey key() {
        return key;
    }

    /**
     * Tells who wants to lock it.
     *
     * @return the thread
     */
    public final Thread thread() {
        return thread;
    }

    /**
     * Tells whether this turn is the first in its line, so that it may ask the provider.
     *
     * @return true from the moment when all turns before it have left
     */
    public final boolean isFirst() {
        return first;
    }

    final void becomeFirst() {
        first = true;
    }

    /**
     * Takes over what the turn in front leaves behind, before becoming first. Called inside the atomic step in which that
     * one leaves its line.
     *
     * @param before the turn that leaves
     */
    protected abstract void inherit(Turn before);

    /**
     * Tells whether somebody stands behind this turn.
     *
     * @return whether there is a next turn at this moment
     */
    public final boolean isFollowed() {
        return next != null;
    }

    /** Says who is first before this turn is in a line, where nobody else can see it. Costs no fence. */
    final void presume(boolean isFirst) {
        FIRST.set(this, isFirst);
    }

    /** Ends a {@link #park} of this turn's thread, or the next one. May be called on any thread. */
    public final void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Forgets earlier wake-ups: to be called before looking at what they tell about. */
    public final void forgetWakeUps() {
        woken = false;
    }

    /**
     * Says until when this turn is going to park, before it looks at the turn in front of it.
     *
     * @param until the moment, as the service's ticker counts
     */
    public final void parksUntil(long until) {
        parkedUntil = until;
    }

    /**
     * Waits until this turn is woken or the thread is interrupted. May also return for no reason.
     *
     * @param nanos the longest wait
     */
    public final void park(long nanos) {
        if (!woken) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /**
     * Wakes the turn behind this one if it is going to park for longer than a moment that it could not know when it decided
     * to: when this turn's lease runs out.
     *
     * @param moment the moment, as the service's ticker counts
     */
    public final void wakeNextIfParkedPast(long moment) {
        Turn behind = next;
        if (behind != null && behind.parkedUntil - moment > 0) {
            behind.wake();
        }
    }
}
