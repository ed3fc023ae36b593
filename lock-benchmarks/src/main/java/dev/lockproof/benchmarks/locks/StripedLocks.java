package dev.lockproof.benchmarks.locks;

import com.google.common.util.concurrent.Striped;
import dev.lockproof.annotations.RunsInline;
import java.util.concurrent.locks.Lock;

/** Guava's striped locks: a fixed number, shared by all keys. */
final class StripedLocks implements Locking {

    private static final int STRIPES = 1024;

    private final Striped<Lock> locks = Striped.lock(STRIPES);

    @Override
    public NamedLock named(String name) {
        return new Entry(locks, name);
    }

    private record Entry(Striped<Lock> locks, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            Lock lock = locks.get(name);
            lock.lock();
            try {
                section.run();
            } finally {
                lock.unlock();
            }
        }
    }
}
