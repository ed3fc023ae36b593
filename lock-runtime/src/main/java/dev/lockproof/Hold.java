package dev.lockproof;

import java.time.Duration;
import java.time.Instant;

/** One acquired lock, behind its {@link LockGrant}. */
abstract class Hold {

    abstract LockKey key();

    abstract long token();

    abstract Instant acquiredAt();

    abstract Duration remaining();

    abstract boolean isHeld();

    abstract void ensureHeld();

    abstract void onLost(Runnable action);

    /** Takes note that the store refused a write: somebody else holds the lock. */
    abstract void lose(String reason);

    abstract void release();
}
