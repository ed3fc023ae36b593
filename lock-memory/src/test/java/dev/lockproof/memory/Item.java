package dev.lockproof.memory;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.Persistent;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Lockable;

/** Something to lock that is nowhere stored. */
record Item(LockKey lockKey, EntityStore store) implements Persistent<String, Item.Held>, Lockable<Item.Held> {

    private static final EntityStore EMPTY = InMemoryStore.create();

    Item(LockKey key) {
        this(key, EMPTY);
    }

    Item(String key) {
        this(new LockKey(key), EMPTY);
    }

    @Override
    public String entity() {
        return lockKey.value();
    }

    @Override
    public Claim<Held> claim(LockGrant grant) {
        return new Claim.Claimed<>(new Held(grant));
    }

    /** Proves that an item is locked. */
    record Held(LockGrant lock) implements LockProof<String> {

        @Override
        public String entity() {
            return lock.key().value();
        }

        @Override
        public void close() {
            lock.release();
        }
    }
}
