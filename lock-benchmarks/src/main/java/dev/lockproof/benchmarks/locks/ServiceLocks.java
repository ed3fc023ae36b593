package dev.lockproof.benchmarks.locks;

import dev.lockproof.LockKey;
import dev.lockproof.LockService;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.RunsInline;

/** Lockproof's service, with nothing to read under the lock. */
public final class ServiceLocks implements Locking {

    private final LockService locks;
    private final NoStore store = new NoStore();

    /**
     * Uses a service.
     *
     * @param locks closed with this
     */
    public ServiceLocks(LockService locks) {
        this.locks = locks;
    }

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
