package dev.lockproof;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lease of one lock alive, at most until its {@link LockOptions#maxHold()}.
 *
 * <p>A renewal that fails is not yet a loss: the lease lasts for some time, and the next attempt comes sooner. Thread-safe.
 */
final class Renewal implements Runnable {

    /** A lease is renewed when a third of it has passed. */
    private static final int RENEWALS_PER_TTL = 3;

    private static final int RETRIES_PER_TTL = 12;

    private final Hold hold;
    private final Environment environment;
    private final long ttlNanos;
    private final long endNanos;
    private @Nullable Future<?> timer;
    private boolean cancelled;

    Renewal(Hold hold) {
        this.hold = hold;
        this.environment = hold.environment();
        this.ttlNanos = hold.options().firstTtlNanos();
        this.endNanos = hold.acquiredAtTick() + hold.options().maxHold().toNanos();
    }

    void start() {
        schedule(ttlNanos / RENEWALS_PER_TTL);
    }

    synchronized void cancel() {
        cancelled = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    @Override
    public void run() {
        if (!hold.isHeld()) {
            return;
        }
        long sentAt = environment.ticker().read();
        long wanted = Math.min(ttlNanos, endNanos - sentAt);
        boolean lastsLongerThen = sentAt + wanted - LockOptions.marginNanos(wanted) - hold.deadline() > 0;
        if (lastsLongerThen) {
            renew(sentAt, wanted);
        }
    }

    private void renew(long sentAt, long wanted) {
        boolean isOurs;
        try {
            isOurs = environment.provider().renew(hold.lease(), Duration.ofNanos(wanted));
        } catch (Throwable e) { // errors, too: a scheduler keeps what its tasks throw to itself
            Warnings.renewalFailed(hold.key(), e);
            goOn(ttlNanos / RETRIES_PER_TTL);
            return;
        }
        if (isOurs) {
            hold.renewed(sentAt, wanted);
            goOn(ttlNanos / RENEWALS_PER_TTL);
        } else {
            hold.lose("the backend gave it to somebody else, or its lease ran out there");
        }
    }

    private void goOn(long delayNanos) {
        try {
            schedule(delayNanos);
        } catch (Throwable e) {
            Warnings.renewalEnded(hold.key(), e);
        }
    }

    private synchronized void schedule(long delayNanos) {
        if (!cancelled) {
            timer = environment.scheduler().schedule(this, Duration.ofNanos(delayNanos));
        }
    }
}
