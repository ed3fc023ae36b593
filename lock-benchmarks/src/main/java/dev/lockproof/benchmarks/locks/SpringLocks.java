package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.RunsInline;
import java.util.concurrent.locks.Lock;
import org.springframework.integration.support.locks.DefaultLockRegistry;

/** Spring Integration's default registry: 256 locks, shared by all keys. */
final class SpringLocks implements Locking {

    private final DefaultLockRegistry locks = new DefaultLockRegistry();

    @Override
    public NamedLock named(String name) {
        return new Entry(locks, name);
    }

    private record Entry(DefaultLockRegistry locks, String name) implements NamedLock {

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
