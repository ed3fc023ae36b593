package dev.lockproof;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One acquisition of a thread, with one lock or several: keeps the thread from beginning another before it is over.
 *
 * <p>The rule holds for all services of the Java machine together. A scope is over when its last lock was released, on
 * whatever thread.
 */
final class Scope {

    /**
     * The scope that the thread is in. The value is of a class of the Java library and is emptied with the scope, so a pooled
     * thread does not keep the class loader of an application that used it.
     */
    private static final ThreadLocal<@Nullable Object[]> CURRENT =
            ThreadLocal.withInitial(() -> new @Nullable Object[1]);

    private static final AtomicIntegerFieldUpdater<Scope> RELEASED =
            AtomicIntegerFieldUpdater.newUpdater(Scope.class, "released");

    private final @Nullable Object[] slot;
    private final LockKey key;
    private final int locks;
    private volatile int released;

    private Scope(@Nullable Object[] slot, LockKey key, int locks) {
        this.slot = slot;
        this.key = key;
        this.locks = locks;
    }

    /**
     * Begins a scope on this thread.
     *
     * @param key the key, or the first of several
     * @param locks how many times {@link #leave} is going to be called
     * @throws NestedAcquisitionException if this thread is in a scope
     */
    static Scope enter(LockKey key, int locks) {
        @Nullable Object[] slot = CURRENT.get();
        refuseIfOpen(slot, key);
        Scope scope = new Scope(slot, key, locks);
        slot[0] = scope;
        return scope;
    }

    /**
     * Does nothing if this thread is in no scope.
     *
     * @throws NestedAcquisitionException if it is
     */
    static void refuseIfOpen() {
        refuseIfOpen(CURRENT.get(), null);
    }

    /** Says that one of the scope's locks is not held any more. To be called once for each. */
    void leave() {
        // Only the thread itself empties its slot: by now, the slot may be used for its next scope.
        if (RELEASED.incrementAndGet(this) == locks && CURRENT.get() == slot) {
            slot[0] = null;
        }
    }

    private static void refuseIfOpen(@Nullable Object[] slot, @Nullable LockKey wanted) {
        if (slot[0] instanceof Scope scope && scope.released < scope.locks) {
            throw new NestedAcquisitionException(scope.key, wanted);
        }
    }
}
