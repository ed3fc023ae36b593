package dev.lockproof.benchmarks.locks;

import dev.lockproof.LockService;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.RunsInline;

/** Lockproof's whole critical section: the lock, the row read under it and written, and the release. */
public final class RepositorySections implements Locking {

    private final AccountRepository accounts;
    private final LockService locks;

    /**
     * Uses a repository.
     *
     * @param accounts the repository, with its table
     * @param locks its service, closed with this
     */
    public RepositorySections(AccountRepository accounts, LockService locks) {
        this.accounts = accounts;
        this.locks = locks;
    }

    @Override
    public NamedLock named(String name) {
        if (accounts.findById(name).isEmpty()) {
            accounts.save(new Account(name, "somebody", 0));
        }
        return new Entry(accounts, name);
    }

    @Override
    public void close() {
        locks.close();
    }

    private record Entry(AccountRepository accounts, String id) implements NamedLock {

        @Override
        @AcquiresLock
        public void hold(@RunsInline Runnable section) {
            accounts.withLock(id, account -> {
                section.run();
                account.deposit(1);
                return accounts.save(account);
            });
        }
    }
}
