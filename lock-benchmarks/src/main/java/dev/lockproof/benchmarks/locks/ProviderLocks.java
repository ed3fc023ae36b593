package dev.lockproof.benchmarks.locks;

import dev.lockproof.LockKey;
import dev.lockproof.annotations.RunsInline;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;

/** A provider of Lockproof's, which by itself does not wait. */
public final class ProviderLocks implements Locking {

    private static final Duration TTL = Duration.ofSeconds(30);

    private final LockProvider provider;

    /**
     * Uses a provider.
     *
     * @param provider closed with this
     */
    public ProviderLocks(LockProvider provider) {
        this.provider = provider;
    }

    @Override
    public NamedLock named(String name) {
        return new Entry(provider, LockKey.of(name));
    }

    @Override
    public void close() {
        provider.close();
    }

    private record Entry(LockProvider provider, LockKey key) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            Lease lease = acquire();
            try {
                section.run();
            } finally {
                provider.release(lease);
            }
        }

        /** The provider does not wait, so this asks again, as fast as is fair to the others. */
        @SuppressWarnings("ThreadPriorityCheck")
        private Lease acquire() {
            OwnerId owner = OwnerId.random();
            while (true) {
                if (provider.tryAcquire(key, owner, TTL) instanceof Attempt.Granted granted) {
                    return granted.lease();
                }
                Thread.yield();
            }
        }
    }
}
