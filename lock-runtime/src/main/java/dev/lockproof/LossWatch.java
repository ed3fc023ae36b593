package dev.lockproof;

import dev.lockproof.internal.Each;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a lock was lost when nobody else does, so that actions run at the latest when the lease has run out.
 *
 * <p>Only a lock with actions has an entry in the scheduler. Thread-safe.
 */
final class LossWatch implements Runnable {

    private final Hold hold;
    private final Environment environment;
    private @Nullable Future<?> timer;
    private boolean cancelled;

    private LossWatch(Hold hold) {
        this.hold = hold;
        this.environment = hold.environment();
    }

    static LossWatch start(Hold hold) {
        LossWatch watch = new LossWatch(hold);
        watch.schedule();
        return watch;
    }

    /** The time has come, unless the lease was renewed meanwhile. */
    @Override
    public void run() {
        if (hold.isHeld()) {
            schedule();
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private synchronized void schedule() {
        if (!cancelled) {
            long nanos = Math.max(1, hold.deadline() - environment.ticker().read());
            timer = environment.scheduler().schedule(this, Duration.ofNanos(nanos));
        }
    }

    /** Runs the actions on a thread of the scheduler: who finds a lock lost may be waiting for it, in a scope of its own. */
    static void runSoon(Hold hold, List<Runnable> actions) {
        if (actions.isEmpty()) {
            return;
        }
        Runnable all = () -> Each.of(actions, action -> run(hold.key(), action));
        try {
            Future<?> unused = hold.environment().scheduler().schedule(all, Duration.ZERO);
        } catch (RuntimeException e) { // such as that it is shut down
            all.run();
        }
    }

    private static void run(LockKey key, Runnable action) {
        try {
            action.run();
        } catch (Throwable e) { // errors, too: a scheduler keeps what its tasks throw to itself
            Warnings.lossActionFailed(key, e);
        }
    }
}
