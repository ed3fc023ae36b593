package dev.lockproof.benchmarks.locks;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;

/** The proof of a lock under which nothing is stored: by hand, so that only the service is measured. */
@SuppressWarnings({"lockproof:proof.forged", "lockproof:proof.explicit.close"})
final class UnstoredProof implements LockProof<LockKey> {

    private final LockGrant lock;

    UnstoredProof(LockGrant lock) {
        this.lock = lock;
    }

    @Override
    public LockKey entity() {
        return lock.key();
    }

    @Override
    public LockGrant lock() {
        return lock;
    }

    @Override
    public void close() {
        lock.release();
    }
}
