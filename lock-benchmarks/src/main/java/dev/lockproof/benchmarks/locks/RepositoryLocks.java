package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.RunsInline;

/** All of Lockproof in memory: the key made of the id, the lease, the claim on the row and the proof. */
final class RepositoryLocks implements Locking {

    private final AccountRepository accounts = AccountRepository.inMemory();

    @Override
    public NamedLock named(String name) {
        if (accounts.findById(name).isEmpty()) {
            accounts.save(new Account(name, "somebody", 0));
        }
        return new Entry(accounts, name);
    }

    private record Entry(AccountRepository accounts, String id) implements NamedLock {

        @Override
        @AcquiresLock
        public void hold(@RunsInline Runnable section) {
            accounts.withLock(id, account -> {
                section.run();
                return account.getBalance();
            });
        }
    }
}
