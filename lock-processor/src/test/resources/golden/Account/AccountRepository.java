package bank;

import dev.lockproof.AbstractRepository;
import dev.lockproof.LockService;
import dev.lockproof.annotations.Writable;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.spi.EntityStore;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Finds, locks and saves {@link Account}s. Thread-safe.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public final class AccountRepository extends AbstractRepository<Account, String, PersistentAccount, LockedAccount> {
    /**
     * Creates a repository.
     *
     * @param store where the entities are stored
     * @param locks takes the locks
     */
    public AccountRepository(EntityStore store, LockService locks) {
        super(AccountMapping.INSTANCE, store, locks);
    }

    /**
     * Creates a repository with a store and locks of its own in the memory of this process, for tests.
     *
     * @return the repository, with nothing in it
     */
    public static AccountRepository inMemory() {
        return new AccountRepository(InMemoryStore.create(), LockService.of(InMemoryLockProvider.create()));
    }

    @Override
    public PersistentAccount save(@Writable Account account) {
        return super.save(account);
    }
}
