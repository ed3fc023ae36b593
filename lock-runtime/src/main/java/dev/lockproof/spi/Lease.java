package dev.lockproof.spi;

import dev.lockproof.LockKey;

/**
 * A granted lease.
 *
 * @param key what is locked
 * @param owner the acquisition that holds it
 * @param token the fencing token, positive and strictly increasing per key
 */
public record Lease(LockKey key, OwnerId owner, long token) {}
