package dev.lockproof;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says how a lock is taken: for how long, how long to wait for it, under which key, and whether it is renewed.
 *
 * <p>Start from {@link #DEFAULTS}: {@code LockOptions.DEFAULTS.withTtl(ofSeconds(60)).withTimeout(ofSeconds(10))}. Immutable
 * and thread-safe.
 */
public final class LockOptions {

    /** A lease of 30 s, a timeout of 5 s, the entity's own key, no renewal; renewed locks end after 10 minutes. */
    public static final LockOptions DEFAULTS =
            new LockOptions(Duration.ofSeconds(30), Duration.ofSeconds(5), null, false, Duration.ofMinutes(10));

    private static final Duration LEAST_MARGIN = Duration.ofMillis(50);
    private static final long MARGINS_PER_TTL = 50;

    /** About 73 years: nanoseconds of all durations must fit a {@code long}, also when a few are added up. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 4);

    private final Duration ttl;
    private final Duration timeout;
    private final @Nullable LockKey key;
    private final boolean renew;
    private final Duration maxHold;
    private final Duration firstTtl;
    private final long firstTtlNanos;

    private LockOptions(Duration ttl, Duration timeout, @Nullable LockKey key, boolean renew, Duration maxHold) {
        this.ttl = ttl;
        this.timeout = timeout;
        this.key = key;
        this.renew = renew;
        this.maxHold = maxHold;
        this.firstTtl = renew && maxHold.compareTo(ttl) < 0 ? maxHold : ttl;
        this.firstTtlNanos = firstTtl.toNanos();
    }

    /**
     * Sets how long the lease lasts unless it is renewed. 30 s by default.
     *
     * <p>The holder counts it from before it asked for the lease, and stops believing in it a safety margin early: 2 % of
     * the time to live, and at least 50 ms.
     *
     * @param ttl the time to live; more than 50 ms
     * @return the options with it
     * @throws IllegalArgumentException if the safety margin would use it up
     */
    public LockOptions withTtl(Duration ttl) {
        if (ttl.compareTo(LEAST_MARGIN) <= 0) {
            throw new IllegalArgumentException("The time to live is " + ttl + ", but the holder gives a lease up "
                    + LEAST_MARGIN + " early, for safety: ask for more than that");
        }
        return new LockOptions(atMostLongest("time to live", ttl), timeout, key, renew, maxHold);
    }

    /**
     * Sets how long to wait for the lock. 5 s by default.
     *
     * @param timeout the longest wait; zero tries once
     * @return the options with it
     * @throws IllegalArgumentException if it is negative
     */
    public LockOptions withTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout is " + timeout + ": use zero to try once");
        }
        return new LockOptions(ttl, atMostLongest("timeout", timeout), key, renew, maxHold);
    }

    /**
     * Takes the lock under a key of the caller's instead of the entity's own.
     *
     * <p>Whoever locks the same entity under another key is not kept out by the lease; the store still refuses the write of
     * the one who read first.
     *
     * @param key the key
     * @return the options with it
     */
    public LockOptions withKey(LockKey key) {
        return new LockOptions(ttl, timeout, key, renew, maxHold);
    }

    /**
     * Says whether the lease is kept alive until the lock is released. Off by default.
     *
     * @param renew whether to renew the lease, though not past {@link #maxHold()}
     * @return the options with it
     */
    public LockOptions withRenew(boolean renew) {
        return new LockOptions(ttl, timeout, key, renew, maxHold);
    }

    /**
     * Sets how long a renewed lock may be held. 10 minutes by default. Means nothing for a lock that is not renewed.
     *
     * @param maxHold the longest hold, counted from the acquisition; more than 50 ms
     * @return the options with it
     * @throws IllegalArgumentException if the safety margin would use it up
     */
    public LockOptions withMaxHold(Duration maxHold) {
        if (maxHold.compareTo(LEAST_MARGIN) <= 0) {
            throw new IllegalArgumentException("The longest hold is " + maxHold + ", but the holder gives a lease up "
                    + LEAST_MARGIN + " early, for safety: ask for more than that");
        }
        return new LockOptions(ttl, timeout, key, renew, atMostLongest("longest hold", maxHold));
    }

    /**
     * Tells how long the lease lasts unless it is renewed.
     *
     * @return the time to live
     */
    public Duration ttl() {
        return ttl;
    }

    /**
     * Tells how long to wait for the lock.
     *
     * @return the longest wait; zero tries once
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Tells the key to use instead of the entity's own.
     *
     * @return the key, or null for the entity's own
     */
    public @Nullable LockKey key() {
        return key;
    }

    /**
     * Tells whether the lease is kept alive until the lock is released.
     *
     * @return whether it is renewed
     */
    public boolean renew() {
        return renew;
    }

    /**
     * Tells how long a renewed lock may be held.
     *
     * @return the longest hold
     */
    public Duration maxHold() {
        return maxHold;
    }

    @Override
    public String toString() {
        return "LockOptions[ttl=" + ttl + ", timeout=" + timeout + ", key=" + (key == null ? "the entity's" : key)
                + ", renew=" + renew + ", maxHold=" + maxHold + "]";
    }

    /** How long the first lease lasts. */
    Duration firstTtl() {
        return firstTtl;
    }

    /** How long the first lease lasts, in nanoseconds: also a renewed lock is not held for longer than it may be. */
    long firstTtlNanos() {
        return firstTtlNanos;
    }

    /** How much earlier than the backend a holder gives up a lease of this length, in nanoseconds. */
    static long marginNanos(long ttlNanos) {
        return Math.max(LEAST_MARGIN.toNanos(), ttlNanos / MARGINS_PER_TTL);
    }

    /** Refuses a duration whose nanoseconds would not fit. */
    static Duration atMostLongest(String what, Duration duration) {
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + duration + ": use at most " + LONGEST.toDays() + " days");
        }
        return duration;
    }
}
