package dev.lockproof;

import dev.lockproof.internal.GrantState;
import dev.lockproof.internal.GrantState.Phase;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.TransactionHook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One lock of one acquisition, from the wait for it to its release.
 *
 * <p>It is held until its deadline by the monotonic ticker, which lies a safety margin before the end of the lease. A hold
 * that is lost or released has left its line, so the next one in this process can go on.
 */
final class Hold extends Heir implements TransactionHook {

    private static final AtomicLongFieldUpdater<Hold> DEADLINE =
            AtomicLongFieldUpdater.newUpdater(Hold.class, "deadline");

    private final Environment environment;
    private final LockOptions options;
    private final EntityStore store;
    private final Scope scope;
    private final OwnerId owner = OwnerId.random();
    private final GrantState state = new GrantState();

    private @Nullable Lease lease;
    private @Nullable Row row;
    private long acquiredAtTick;
    private volatile long deadline;
    private @Nullable Instant acquiredAt;
    private boolean isGivenUp;
    private @Nullable Renewal renewal;
    private volatile @Nullable LossWatch lossWatch;

    Hold(Environment environment, LockKey key, LockOptions options, EntityStore store, Scope scope) {
        super(key);
        this.environment = environment;
        this.options = options;
        this.store = store;
        this.scope = scope;
    }

    Environment environment() {
        return environment;
    }

    LockOptions options() {
        return options;
    }

    OwnerId owner() {
        return owner;
    }

    // WAITING

    /** Ends the wait from another thread, unless the lock is held already. */
    void cancel() {
        if (state.cancel()) {
            wake();
        }
    }

    boolean isCancelled() {
        return state.phase() == Phase.RELEASED;
    }

    /** Gives up the wait, or the lock before anybody has seen it. Repeated calls do nothing. For the acquiring thread only. */
    void giveUp() {
        if (isGivenUp) {
            return;
        }
        isGivenUp = true;
        if (state.cancel() || isCancelled()) {
            leave();
        } else {
            releaseNow();
        }
    }

    /** Says that the backend granted the lease. Gives false if the wait was cancelled before. */
    boolean granted(Attempt.Granted granted, long sentAt, long ttlNanos) {
        long since = sentAt - granted.age().toNanos();
        renewed(since, ttlNanos);
        return begin(granted.lease(), granted.spareTokens(), since, sentAt);
    }

    /** Takes the lease over from the one in front. Gives false if the wait was cancelled before. */
    boolean takeOver(HandOver from, long now) {
        setDeadline(from.deadline());
        return begin(from.lease(), from.spareTokens(), from.since(), now);
    }

    private boolean begin(Lease granted, int spare, long since, long now) {
        lease = granted;
        setAside(spare, since);
        acquiredAtTick = now;
        if (!state.grant()) {
            return false;
        }
        wakeNextIfParkedPast(deadline);
        if (options.renew()) {
            renewal = new Renewal(this);
            renewal.start();
        }
        return true;
    }

    /** Keeps the row that was claimed together with the lease until the proof is made. For the acquiring thread only. */
    void keep(@Nullable Row claimed) {
        row = claimed;
    }

    /** Gives the row that was claimed together with the lease, a single time; null if there is none. */
    @Nullable
    Row takeRow() {
        Row claimed = row;
        row = null;
        return claimed;
    }

    /** Says that the backend raised the token, before anybody has seen the old one. */
    void advanced(Attempt.Granted advanced) {
        lease = advanced.lease();
        setAside(advanced.spareTokens());
    }

    // HELD

    /** Says that the backend lets the lease last for a time, counted from when it was asked. */
    void renewed(long sentAt, long ttlNanos) {
        setDeadline(sentAt + ttlNanos - LockOptions.marginNanos(ttlNanos));
    }

    private void setDeadline(long moment) {
        // Ordered, without a fence of its own: what makes the hold visible comes after it.
        DEADLINE.lazySet(this, moment);
    }

    Lease lease() {
        Lease granted = lease;
        if (granted == null) {
            throw new IllegalStateException("The lock " + key() + " is still waited for");
        }
        return granted;
    }

    long token() {
        return lease().token();
    }

    boolean isHeld() {
        return isBelieved() && !loseIfDue();
    }

    /** Whether it was granted and nobody has looked at the time since it ran out. */
    boolean isBelieved() {
        return state.phase() == Phase.HELD;
    }

    void ensureHeld() {
        if (!isHeld()) {
            throw lost(state.reason());
        }
    }

    LockLostException lost(String reason) {
        return new LockLostException(key(), reason, leaseEnd().advice());
    }

    private LeaseEnd leaseEnd() {
        return new LeaseEnd(options, deadline - acquiredAtTick);
    }

    Instant acquiredAt() {
        Instant known = acquiredAt;
        if (known == null) {
            known = environment.clock().instant().minus(sinceAcquired());
            acquiredAt = known;
        }
        return known;
    }

    HeldLock describe() {
        return new HeldLock(key(), thread().getName(), acquiredAt(), remaining(), token());
    }

    /** When it was acquired, as the ticker counts. */
    long acquiredAtTick() {
        return acquiredAtTick;
    }

    /** When the hold ends unless the lease is renewed, as the ticker counts. */
    long deadline() {
        return deadline;
    }

    Duration remaining() {
        return isHeld()
                ? Duration.ofNanos(Math.max(0, deadline - environment.ticker().read()))
                : Duration.ZERO;
    }

    // LOST

    /** Marks the hold as lost if its deadline has passed. Gives whether it has. */
    boolean loseIfDue() {
        if (environment.ticker().read() - deadline < 0) {
            return false;
        }
        lose(leaseEnd().reason());
        return true;
    }

    void lose(String reason) {
        List<Runnable> actions = state.lose(reason);
        if (actions == null) {
            return;
        }
        environment.lines().leave(this);
        // Before anything that may throw an error: nobody else has the actions any more.
        LossWatch.runSoon(this, actions);
        stopTimers();
        if (environment.isListenedTo()) {
            environment.tell(listener -> listener.lost(key(), sinceAcquired()));
        }
    }

    void onLost(Runnable action) {
        switch (state.addLossAction(action)) {
            case HELD -> watchForLoss();
            case LOST -> LossWatch.runSoon(this, List.of(action));
            case WAITING, RELEASED -> {}
        }
    }

    private synchronized void watchForLoss() {
        if (lossWatch == null) {
            LossWatch watch = LossWatch.start(this);
            lossWatch = watch;
            if (!isBelieved()) { // whoever ended it on another thread may not have seen the watch
                watch.cancel();
            }
        }
    }

    private void stopTimers() {
        if (renewal != null) {
            renewal.cancel();
        }
        LossWatch watch = lossWatch;
        if (watch != null) {
            watch.cancel();
        }
    }

    // RELEASED

    /** Releases the lock, or has that done when the transaction that this thread is in is over. Throws nothing but errors. */
    void release() {
        if (state.phase() == Phase.RELEASED) {
            return;
        }
        boolean left = false;
        try {
            left = isLeftToTransaction();
        } finally {
            if (!left) {
                releaseNow();
            }
        }
    }

    private boolean isLeftToTransaction() {
        try {
            return store.register(this);
        } catch (RuntimeException e) {
            Warnings.storeFailed(key(), e);
            return false;
        }
    }

    @Override
    public void beforeCommit() {
        ensureHeld();
    }

    @Override
    public void afterCompletion() {
        releaseNow();
    }

    /** Releases the lock, whatever transaction is active. Throws nothing but errors. */
    void releaseNow() {
        try {
            if (isBelieved()) {
                loseIfDue();
            }
        } finally {
            end();
        }
    }

    /** Whatever fails on the way, the lease is released or left to somebody, and the thread holds nothing. */
    private void end() {
        String reason = state.reason();
        Phase before = state.release();
        if (before == Phase.RELEASED) {
            return;
        }
        boolean left = false;
        try {
            if (before == Phase.LOST) {
                Warnings.lostBeforeClose(key(), reason, leaseEnd().advice());
            }
            stopTimers();
            if (before == Phase.HELD && canHandOver(environment.ticker())) {
                leaveBehind(lease(), deadline);
                left = true;
            }
        } finally {
            leave(left ? null : lease());
        }
        if (environment.isListenedTo()) {
            environment.tell(listener -> listener.released(key(), sinceAcquired()));
        }
    }

    private void leave(@Nullable Lease ended) {
        try {
            if (ended != null) {
                sendRelease(ended);
            }
        } finally {
            leave();
        }
    }

    /** Leaves the line and the scope. A lease that was to be handed over, and nobody was there to take, is released. */
    private void leave() {
        try {
            environment.lines().leave(this);
            HandOver unused = takeHandOver();
            if (unused != null) {
                sendRelease(unused.lease());
            }
        } finally {
            scope.leave();
        }
    }

    /** Asks the provider to end the lease. Throws nothing but errors. */
    void sendRelease() {
        sendRelease(lease());
    }

    /** Asks the provider to end a lease. Throws nothing but errors. */
    void sendRelease(Lease ended) {
        try {
            environment.provider().release(ended);
        } catch (RuntimeException e) {
            Warnings.releaseFailed(key(), options, e);
        }
    }

    Duration sinceAcquired() {
        return Duration.ofNanos(environment.ticker().read() - acquiredAtTick);
    }

    @Override
    public String toString() {
        Lease granted = lease;
        return key() + ", " + state + (granted == null ? "" : ", token " + granted.token());
    }
}
