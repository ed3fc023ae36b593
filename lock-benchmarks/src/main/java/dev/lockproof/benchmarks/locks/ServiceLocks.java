package dev.lockproof.benchmarks.locks;

import dev.lockproof.LockKey;
import dev.lockproof.LockService;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.RunsInline;
import dev.lockproof.memory.InMemoryLockProvider;

/** Lockproof's service over the provider in memory, with nothing to read under the lock. */
final class ServiceLocks implements Locking {

    private final LockService locks = LockService.of(InMemoryLockProvider.create());
    private final NoStore store = new NoStore();

    @Override
    public NamedLock named(String name) {
        return new Entry(locks, new Unstored(LockKey.of(name), store));
    }

    @Override
    public void close() {
        locks.close();
    }

    private record Entry(LockService locks, Unstored entity) implements NamedLock {

        @Override
        @AcquiresLock
        public void hold(@RunsInline Runnable section) {
            try (UnstoredProof proof = locks.acquire(entity)) {
                proof.lock();
                section.run();
            }
        }
    }
}
