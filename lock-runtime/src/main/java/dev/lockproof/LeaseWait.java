package dev.lockproof;

import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.JoinedAttempt;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.Lockable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one lock: first in the line of this process, then for the provider.
 *
 * <p>Used by the acquiring thread alone, for one lock.
 */
final class LeaseWait {

    /** Wake-ups can be lost, so the provider is asked again after a time between half of this and this. */
    private static final long LONGEST_POLL_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long SHORTEST_POLL_NANOS = Duration.ofMillis(1).toNanos();

    private final Hold hold;
    private final Environment environment;
    private final Ticker ticker;
    private @Nullable Lockable<?> joined;
    private final long startedAt;
    private final long until;

    /** What the ticker said last. Each reading costs about a tenth of an acquisition in memory. */
    private long now;

    private long pollNanos;
    private @Nullable String holder;

    /**
     * Prepares to wait.
     *
     * @param hold what to wait for, before it has entered its line
     * @param joined the entity whose row may be claimed in the step that grants the lease; null if it is to be claimed later
     * @param startedAt when the acquisition began, as the ticker counts
     * @param now what the ticker says now
     * @param until when it gives up
     */
    LeaseWait(Hold hold, @Nullable Lockable<?> joined, long startedAt, long now, long until) {
        this.hold = hold;
        this.environment = hold.environment();
        this.ticker = environment.ticker();
        this.joined = joined;
        this.startedAt = startedAt;
        this.until = until;
        this.now = now;
    }

    /**
     * Waits until the lock is held. If this gives false or throws, the hold has not been granted and must be given up.
     *
     * @return false if it was not free in time
     */
    boolean succeeds() {
        try {
            return isFirstInTime() && (isHandedOver() || isGrantedNow() || isGrantedInTime());
        } catch (LockBackendException e) {
            if (hold.isCancelled()) { // closing took the provider's connection away while it was asked
                IllegalStateException closed = Acquirer.closed();
                closed.addSuppressed(e);
                throw closed;
            }
            throw e;
        }
    }

    LockTimeoutException timedOut() {
        return LockTimeoutException.timedOut(hold.key(), waited(), holder);
    }

    Duration waited() {
        return Duration.ofNanos(ticker.read() - startedAt);
    }

    private boolean isFirstInTime() {
        while (!hold.isFirst()) {
            hold.forgetWakeUps();
            if (hold.isFirst()) {
                return true;
            }
            refuseIfCancelled();
            hold.parksUntil(until);
            Hold first = environment.lines().first(hold.key());
            if (ranOut(first)) {
                continue;
            }
            now = ticker.read();
            if (now - until >= 0) {
                holder = first == null ? null : "the thread " + first.thread().getName() + " of this process";
                return hold.isFirst();
            }
            park(nanosUntilAChange(first));
        }
        return true;
    }

    /** Finds out whether the lease of the first one ran out, as nobody else may look. Then that one leaves the line. */
    private boolean ranOut(@Nullable Hold first) {
        return first != null && first != hold && first.isBelieved() && first.loseIfDue();
    }

    /** How long to wait: to the end of the timeout or of the first one's lease. */
    private long nanosUntilAChange(@Nullable Hold first) {
        return first == null || first == hold || !first.isBelieved()
                ? until - now
                : Math.min(until - now, first.deadline() - now);
    }

    /** Goes on with the lease of the one in front, if that left it behind. */
    private boolean isHandedOver() {
        HandOver left = hold.takeHandOver();
        if (left == null) {
            return false;
        }
        boolean suits = false;
        try {
            now = ticker.read();
            suits = left.suits(hold.options(), now);
        } finally {
            if (!suits) {
                hold.sendRelease(left.lease());
            }
        }
        if (suits) {
            refuseUnlessOurs(hold.takeOver(left, now));
        }
        return suits;
    }

    /** Asks again each time that the key may have become free. */
    private boolean isGrantedInTime() {
        if (now - until >= 0) {
            return false;
        }
        LockProvider.Subscription subscription = environment.provider().await(hold.key(), hold.owner(), hold::wake);
        try {
            now = ticker.read();
            return isGrantedAfterWaking();
        } finally {
            subscription.close();
        }
    }

    private boolean isGrantedAfterWaking() {
        while (true) {
            hold.forgetWakeUps();
            refuseIfCancelled();
            if (isGrantedNow()) {
                return true;
            }
            if (now - until >= 0) {
                return false;
            }
            park(Math.min(until - now, pollNanos));
        }
    }

    private boolean isGrantedNow() {
        LockOptions options = hold.options();
        Attempt attempt = ask(options.firstTtl());
        if (attempt instanceof Attempt.Granted granted) {
            refuseUnlessOurs(hold.granted(granted, now, options.firstTtlNanos()));
            return true;
        }
        now = ticker.read();
        Attempt.Busy busy = (Attempt.Busy) attempt;
        holder = busy.holder();
        pollNanos = Math.max(
                SHORTEST_POLL_NANOS,
                Math.min(jitteredPollNanos(), busy.retryAfter().toNanos()));
        return false;
    }

    private Attempt ask(Duration ttl) {
        try {
            Attempt ofBoth = askForBoth(ttl);
            return ofBoth != null ? ofBoth : environment.provider().tryAcquire(hold.key(), hold.owner(), ttl);
        } catch (RuntimeException | Error e) {
            releaseUnknown(e);
            throw e;
        }
    }

    /** Asks for the lease and the row in one step. Gives null where that can't be done, and does not try again. */
    private @Nullable Attempt askForBoth(Duration ttl) {
        JoinedClaim claim = joined == null ? null : joined.joinedClaim();
        if (claim != null) {
            JoinedAttempt ofBoth = environment.provider().tryAcquireAndClaim(hold.key(), hold.owner(), ttl, claim);
            if (ofBoth != null) {
                hold.keep(ofBoth.row());
                return ofBoth.attempt();
            }
        }
        joined = null;
        return null;
    }

    /** The request may have been carried out although no answer came: nobody else knows this owner. */
    private void releaseUnknown(Throwable cause) {
        try {
            environment.provider().release(new Lease(hold.key(), hold.owner(), 0));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void park(long nanos) {
        hold.parksUntil(now + nanos);
        if (!Thread.currentThread().isInterrupted()) {
            hold.park(nanos);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw LockTimeoutException.interrupted(hold.key(), waited());
        }
        now = ticker.read();
    }

    private void refuseUnlessOurs(boolean isOurs) {
        if (!isOurs) {
            hold.sendRelease();
            throw Acquirer.closed();
        }
    }

    private void refuseIfCancelled() {
        if (hold.isCancelled()) {
            throw Acquirer.closed();
        }
    }

    private static long jitteredPollNanos() {
        return ThreadLocalRandom.current().nextLong(LONGEST_POLL_NANOS / 2, LONGEST_POLL_NANOS);
    }
}
