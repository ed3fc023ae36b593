package bank;

import dev.lockproof.LockGrant;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Lockable;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.RowWriter;
import dev.lockproof.spi.StoredEntity;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * How {@link Account} is stored.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
final class AccountMapping extends EntityMapping<Account, String, PersistentAccount, LockedAccount> {
    /**
     * The mapping, which has no state.
     */
    static final AccountMapping INSTANCE = new AccountMapping();

    private AccountMapping() {
        super(
                "Account",
                "account",
                AccountFields.ID,
                List.of(
                        AccountFields.ID,
                        AccountFields.OWNER,
                        AccountFields.BALANCE,
                        AccountFields.NOTE,
                        AccountFields.FROZEN));
    }

    @Override
    public String idOf(Account account) {
        return account.getId();
    }

    @Override
    protected void write(Account account, RowWriter row) {
        row.set(AccountFields.ID, account.getId());
        row.set(AccountFields.OWNER, account.getOwner());
        row.set(AccountFields.BALANCE, account.getBalance());
        row.set(AccountFields.NOTE, account.note().orElse(null));
        row.set(AccountFields.FROZEN, account.frozen);
    }

    @Override
    public Account read(Row row) {
        return new Account(
                row.require(AccountFields.ID),
                row.require(AccountFields.OWNER),
                row.require(AccountFields.BALANCE),
                row.get(AccountFields.NOTE),
                row.require(AccountFields.FROZEN));
    }

    @Override
    public PersistentAccount persistent(Row row, Lockable<LockedAccount> lockable) {
        return new Stored(row, lockable);
    }

    @Override
    public LockedAccount locked(Row row, LockGrant lock) {
        return new LockedAccount(row, lock);
    }

    private static final class Stored extends StoredEntity<Account, LockedAccount> implements PersistentAccount {
        Stored(Row row, Lockable<LockedAccount> lockable) {
            super(row, lockable);
        }

        @Override
        public Account entity() {
            return INSTANCE.read(row());
        }

        @Override
        public String getId() {
            return row().require(AccountFields.ID);
        }

        @Override
        public String getOwner() {
            return row().require(AccountFields.OWNER);
        }

        @Override
        public long getBalance() {
            return row().require(AccountFields.BALANCE);
        }

        @Override
        public Optional<String> note() {
            return Optional.ofNullable(row().get(AccountFields.NOTE));
        }

        @Override
        public boolean frozen() {
            return row().require(AccountFields.FROZEN);
        }
    }
}
