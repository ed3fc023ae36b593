package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.RunsInline;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** What a program without a library does. Forgets no key. */
final class MapOfLocks implements Locking {

    private final ConcurrentHashMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Function<String, ReentrantLock> create;

    MapOfLocks(boolean fair) {
        this.create = name -> new ReentrantLock(fair);
    }

    @Override
    public NamedLock named(String name) {
        return new Entry(this, name);
    }

    private record Entry(MapOfLocks all, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            ReentrantLock lock = all.locks.computeIfAbsent(name, all.create);
            lock.lock();
            try {
                section.run();
            } finally {
                lock.unlock();
            }
        }
    }
}
