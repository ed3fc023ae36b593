package bank;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.annotations.Locked;
import dev.lockproof.spi.Row;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Proves that the lock of one {@link Account} is held, for the length of a {@code try} block.
 *
 * <p>Belongs to the thread that acquired it. Not thread-safe.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public final class LockedAccount extends Account implements PersistentAccount, LockProof<Account> {
    private final LockGrant lock;

    /**
     * Called by the mapping, once the lock is held.
     *
     * @param row what was read under the lock
     * @param lock the lock
     */
    LockedAccount(Row row, LockGrant lock) {
        super(
                row.require(AccountFields.ID),
                row.require(AccountFields.OWNER),
                row.require(AccountFields.BALANCE),
                row.get(AccountFields.NOTE),
                row.require(AccountFields.FROZEN));
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

    @Override
    public long getBalance() {
        return super.getBalance();
    }

    @Override
    public boolean frozen() {
        return super.frozen;
    }
}
