package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.RunsInline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.inmemory.InMemoryLockProvider;

/** ShedLock's provider in memory, which has a time to live but does not wait. */
final class ShedLocks implements Locking {

    private static final Duration TTL = Duration.ofSeconds(30);

    private final LockProvider locks = new InMemoryLockProvider();

    @Override
    public NamedLock named(String name) {
        return new Entry(locks, name);
    }

    private record Entry(LockProvider locks, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            SimpleLock lock = acquire();
            try {
                section.run();
            } finally {
                lock.unlock();
            }
        }

        /** The provider does not wait, so this asks again, as fast as is fair to the others. */
        @SuppressWarnings("ThreadPriorityCheck")
        private SimpleLock acquire() {
            while (true) {
                Optional<SimpleLock> lock = locks.lock(new LockConfiguration(Instant.now(), name, TTL, Duration.ZERO));
                if (lock.isPresent()) {
                    return lock.get();
                }
                Thread.yield();
            }
        }
    }
}
