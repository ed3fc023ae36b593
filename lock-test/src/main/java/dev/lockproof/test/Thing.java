package dev.lockproof.test;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.Persistent;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Lockable;

/** Something to lock: a number with a fence, without a store. Everything but the number belongs to one test's thread. */
final class Thing implements Persistent<Integer, Thing.Held>, Lockable<Thing.Held> {

    private final LockKey key;
    private volatile int value;
    private long fence;
    private boolean isMissing;

    Thing(LockKey key) {
        this.key = key;
    }

    /** Gives the number; without the lock it is guarded by nothing. */
    @Override
    public Integer entity() {
        return value;
    }

    @Override
    public LockKey lockKey() {
        return key;
    }

    @Override
    public EntityStore store() {
        return NoStore.INSTANCE;
    }

    /** Behaves as a row that was deleted. */
    void delete() {
        isMissing = true;
    }

    /** Behaves as a row that was claimed under a token. */
    void fence(long token) {
        fence = token;
    }

    @Override
    public synchronized Claim<Held> claim(LockGrant grant) {
        if (isMissing) {
            return new Claim.Missing<>();
        }
        if (fence >= grant.token()) {
            return new Claim.Superseded<>(fence);
        }
        fence = grant.token();
        return new Claim.Claimed<>(new Held(value, grant));
    }

    /** Proves that the thing is locked. */
    final class Held implements LockProof<Integer> {

        private final Integer read;
        private final LockGrant grant;

        private Held(Integer read, LockGrant grant) {
            this.read = read;
            this.grant = grant;
        }

        /** Gives the number as it was read under the lock. */
        @Override
        public Integer entity() {
            return read;
        }

        /** Writes the number without any check, so that a test sees if two hold the lock. */
        void write(int next) {
            value = next;
        }

        @Override
        public LockGrant lock() {
            return grant;
        }

        @Override
        public void close() {
            grant.release();
        }
    }
}
