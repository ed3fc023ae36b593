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

    abstract void lose();

    abstract void release();
}
