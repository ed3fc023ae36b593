package dev.lockproof.test.entities;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.annotations.Locked;
import dev.lockproof.spi.Row;

/** Proves that the lock on a stored {@link Account} is held. */
public final class LockedAccount extends Account implements PersistentAccount, LockProof<Account> {

    private final LockGrant lock;

    public LockedAccount(Row row, LockGrant lock) {
        super(row.require(AccountFields.ID), row.get(AccountFields.OWNER), row.require(AccountFields.BALANCE));
        this.lock = lock;
    }

    @Override
    public @Locked Account entity() {
        return this;
    }

    @Override
    public LockKey lockKey() {
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
