package dev.lockproof.test.entities;

import dev.lockproof.AbstractRepository;
import dev.lockproof.LockService;
import dev.lockproof.annotations.Writable;
import dev.lockproof.spi.EntityStore;

/** Finds, locks and saves {@link Account}s. */
public final class AccountRepository extends AbstractRepository<Account, String, PersistentAccount, LockedAccount> {

    public AccountRepository(EntityStore store, LockService locks) {
        super(AccountMapping.INSTANCE, store, locks);
    }

    @Override
    public PersistentAccount save(@Writable Account account) {
        return super.save(account);
    }
}
