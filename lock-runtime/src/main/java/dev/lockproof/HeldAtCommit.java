package dev.lockproof;

import dev.lockproof.spi.TransactionHook;

/** Rolls a transaction back whose writes were made under a lock that is lost by the time of the commit. */
record HeldAtCommit(LockGrant grant) implements TransactionHook {

    @Override
    public void beforeCommit() {
        grant.ensureHeld();
    }

    @Override
    public void afterCompletion() {
        // The lock service releases the lock by a hook of its own.
    }
}
