package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.RunsInline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

/** A provider of ShedLock's, which has a time to live but does not wait. */
public final class ShedLocks implements Locking {

    private static final Duration TTL = Duration.ofSeconds(30);

    private final LockProvider locks;
    private final Runnable pause;

    /**
     * Uses a provider, and asks it again until it grants the lock.
     *
     * @param locks the provider
     * @param pause what to do before it is asked again
     */
    public ShedLocks(LockProvider locks, Runnable pause) {
        this.locks = locks;
        this.pause = pause;
    }

    @Override
    public NamedLock named(String name) {
        return new Entry(locks, pause, name);
    }

    private record Entry(LockProvider locks, Runnable pause, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            SimpleLock lock = acquire();
            try {
                section.run();
            } finally {
                lock.unlock();
            }
        }

        private SimpleLock acquire() {
            while (true) {
                Optional<SimpleLock> lock = locks.lock(new LockConfiguration(Instant.now(), name, TTL, Duration.ZERO));
                if (lock.isPresent()) {
                    return lock.get();
                }
                pause.run();
            }
        }
    }
}
