package dev.lockproof.memory;

import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;

/**
 * A lease and when it runs out. A reserved one is kept for an owner who waits for it, and is not held by anybody yet.
 *
 * @param lease the lease
 * @param until when it runs out, as the provider's ticker counts
 * @param thread the name of the thread that asked for it, for those who find it busy
 * @param isReserved whether the owner has still to come for it
 */
record HeldLease(Lease lease, long until, String thread, boolean isReserved) {

    static HeldLease held(Lease lease, long until) {
        return new HeldLease(lease, until, Thread.currentThread().getName(), false);
    }

    static HeldLease reserved(Lease lease, long until) {
        return new HeldLease(lease, until, "that has waited for it", true);
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
        return new HeldLease(lease, later, thread, isReserved);
    }

    HeldLease withToken(long token) {
        return new HeldLease(new Lease(lease.key(), lease.owner(), token), until, thread, isReserved);
    }
}
