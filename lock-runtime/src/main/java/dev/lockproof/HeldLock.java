package dev.lockproof;

import java.time.Duration;
import java.time.Instant;

/**
 * Describes a lock that a service holds, for operators.
 *
 * @param key what is locked
 * @param holder the name of the thread that acquired it
 * @param since when it was acquired, by the service's clock
 * @param remaining how long the lock is held unless its lease is renewed
 * @param token the fencing token
 */
public record HeldLock(LockKey key, String holder, Instant since, Duration remaining, long token) {}
