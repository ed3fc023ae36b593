package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.RunsInline;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** What a program without a library does to forget the keys that nobody wants: it counts who does. */
final class ForgetfulLocks implements Locking {

    private final ConcurrentHashMap<String, Wanted> locks = new ConcurrentHashMap<>();

    @Override
    public NamedLock named(String name) {
        return new Entry(locks, name);
    }

    /** Counts atomically because {@code compute} changes one key at a time. */
    private static final class Wanted extends ReentrantLock {

        private static final long serialVersionUID = 1;

        private int wantedBy = 1;

        Wanted more() {
            wantedBy++;
            return this;
        }

        boolean isWantedByNobodyElse() {
            wantedBy--;
            return wantedBy == 0;
        }
    }

    private record Entry(ConcurrentHashMap<String, Wanted> locks, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            Wanted lock = locks.compute(name, (same, wanted) -> wanted == null ? new Wanted() : wanted.more());
            lock.lock();
            try {
                section.run();
            } finally {
                lock.unlock();
                locks.computeIfPresent(name, (same, wanted) -> wanted.isWantedByNobodyElse() ? null : wanted);
            }
        }
    }
}
