package dev.lockproof.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a grant: {@code WAITING → HELD → RELEASED}, or {@code HELD → LOST → RELEASED}, or {@code WAITING → RELEASED}
 * for an acquisition that gave up.
 *
 * <p>Each method is one atomic step. Together they guarantee that a loss is seen by exactly one caller, that it gets every
 * action that was added before, and that whoever adds an action later is told to run it. Thread-safe, no I/O.
 */
public final class GrantState {

    /** Where a grant is in its life. */
    public enum Phase {
        /** Not granted yet. */
        WAITING,
        /** Granted, and as far as is known still ours. */
        HELD,
        /** Ran out, or was taken over, before it was released. */
        LOST,
        /** Over. */
        RELEASED
    }

    private record State(Phase phase, @Nullable Actions actions, String reason) {

        static final State WAITING = new State(Phase.WAITING, null, "it was not acquired yet");
        static final State HELD = new State(Phase.HELD, null, "it is held");
        static final State RELEASED = new State(Phase.RELEASED, null, "it was released");
    }

    private record Actions(Runnable last, @Nullable Actions earlier) {}

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(GrantState.class, "state", State.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile State state;

    /** Makes the state of an acquisition that waits. */
    @SuppressWarnings("NullAway.Init") // set through the handle
    public GrantState() {
        // Plain: whoever shares this object publishes it safely, so a fence for each acquisition would be wasted.
        STATE.set(this, State.WAITING);
    }

    /**
     * Tells the phase.
     *
     * @return the phase at the moment of the call
     */
    public Phase phase() {
        return state.phase;
    }

    /**
     * Tells how the grant came to its phase.
     *
     * @return a clause, such as "its lease of 30 s ran out"
     */
    public String reason() {
        return state.reason;
    }

    /**
     * The backend granted the lease.
     *
     * @return false if the acquisition was cancelled before
     */
    public boolean grant() {
        return STATE.compareAndSet(this, State.WAITING, State.HELD);
    }

    /**
     * Nobody waits any more.
     *
     * @return false if it was granted or cancelled before
     */
    public boolean cancel() {
        return STATE.compareAndSet(this, State.WAITING, State.RELEASED);
    }

    /**
     * The lease is not ours any more.
     *
     * @param reason how it was lost, as a clause
     * @return the actions that the caller must now run, oldest first; or null if the grant was not held
     */
    public @Nullable List<Runnable> lose(String reason) {
        State lost = new State(Phase.LOST, null, reason);
        while (true) {
            State seen = state;
            if (seen.phase != Phase.HELD) {
                return null;
            }
            if (STATE.compareAndSet(this, seen, lost)) {
                return oldestFirst(seen.actions);
            }
        }
    }

    /**
     * Adds an action for the case of a loss.
     *
     * @param action run by the caller of {@link #lose}, if the grant is held now
     * @return the phase: if HELD, the action was added; if LOST, the caller must run it; otherwise it never runs
     */
    public Phase addLossAction(Runnable action) {
        while (true) {
            State seen = state;
            if (seen.phase != Phase.HELD) {
                return seen.phase;
            }
            if (STATE.compareAndSet(
                    this, seen, new State(Phase.HELD, new Actions(action, seen.actions), seen.reason))) {
                return Phase.HELD;
            }
        }
    }

    /**
     * The grant is given up, whatever its phase.
     *
     * @return the phase before; the grant was ended by this very call unless it is RELEASED
     */
    public Phase release() {
        return ((State) STATE.getAndSet(this, State.RELEASED)).phase;
    }

    @Override
    public String toString() {
        return state.phase.toString();
    }

    private static List<Runnable> oldestFirst(@Nullable Actions newest) {
        if (newest == null) {
            return List.of();
        }
        List<Runnable> actions = new ArrayList<>();
        for (Actions each = newest; each != null; each = each.earlier) {
            actions.add(each.last);
        }
        Collections.reverse(actions);
        return actions;
    }
}
