package dev.lockproof.benchmarks.locks;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.Persistent;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Lockable;

/** An entity that is nothing but its lock: does by hand what the library does for generated entities. */
@SuppressWarnings({"lockproof:proof.type.argument", "lockproof:proof.forged"})
record Unstored(LockKey lockKey, EntityStore store)
        implements Persistent<LockKey, UnstoredProof>, Lockable<UnstoredProof> {

    @Override
    public LockKey entity() {
        return lockKey;
    }

    @Override
    public Claim<UnstoredProof> claim(LockGrant grant) {
        return new Claim.Claimed<>(new UnstoredProof(grant));
    }
}
