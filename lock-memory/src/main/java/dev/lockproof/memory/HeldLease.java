package dev.lockproof.memory;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;

/**
 * A lease and when it runs out.
 *
 * @param lease the lease
 * @param until when it runs out, as the provider's ticker counts
 * @param thread the name of the thread that asked for it, for those who find it busy
 */
record HeldLease(Lease lease, long until, String thread) {

    HeldLease(LockKey key, OwnerId owner, long token, long until) {
        this(new Lease(key, owner, token), until, Thread.currentThread().getName());
    }

    OwnerId owner() {
        return lease.owner();
    }

    boolean isOwnedBy(OwnerId owner) {
        return lease.owner().equals(owner);
    }

    boolean lastsAt(long now) {
        return until - now > 0;
    }

    long nanosLeft(long now) {
        return Math.max(0, until - now);
    }

    String holder() {
        return "the thread " + thread + " (token " + lease.token() + ")";
    }

    HeldLease until(long later) {
        return new HeldLease(lease, later, thread);
    }

    HeldLease withToken(long token) {
        return new HeldLease(new Lease(lease.key(), lease.owner(), token), until, thread);
    }
}
