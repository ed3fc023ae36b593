package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.RunsInline;
import java.util.concurrent.locks.Lock;
import org.springframework.integration.support.locks.LockRegistry;

/** A registry of Spring Integration's. */
public final class SpringLocks implements Locking {

    private final LockRegistry<?> locks;

    /**
     * Uses a registry.
     *
     * @param locks the registry
     */
    public SpringLocks(LockRegistry<?> locks) {
        this.locks = locks;
    }

    @Override
    public NamedLock named(String name) {
        return new Entry(locks, name);
    }

    private record Entry(LockRegistry<?> locks, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            Lock lock = locks.obtain(name);
            lock.lock();
            try {
                section.run();
            } finally {
                lock.unlock();
            }
        }
    }
}
