package dev.lockproof.test;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Locks for the tests of stores: leases never run out, but a test can end them, and set where the tokens go on. */
final class EndlessLeases implements LockProvider {

    private final ConcurrentHashMap<LockKey, Lease> leases = new ConcurrentHashMap<>();
    private final AtomicLong lastToken;

    EndlessLeases(long lastToken) {
        this.lastToken = new AtomicLong(lastToken);
    }

    /** Ends a lease; its holder is not told. */
    void end(LockKey key) {
        leases.remove(key);
    }

    boolean isLocked(LockKey key) {
        return leases.containsKey(key);
    }

    @Override
    public Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        Lease lease = leases.computeIfAbsent(key, free -> new Lease(free, owner, lastToken.incrementAndGet()));
        return attempt(lease, owner);
    }

    @Override
    public boolean renew(Lease lease, Duration ttl) {
        Lease current = leases.get(lease.key());
        return current != null && current.owner().equals(lease.owner());
    }

    @Override
    public void release(Lease lease) {
        leases.computeIfPresent(lease.key(), (key, current) -> current.owner().equals(lease.owner()) ? null : current);
    }

    @Override
    public Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        return () -> {};
    }

    @Override
    public Attempt advance(Lease lease, long atLeast) {
        long token = lastToken.updateAndGet(last -> Math.max(last + 1, atLeast));
        Lease advanced = leases.compute(
                lease.key(),
                (key, current) -> current == null || current.owner().equals(lease.owner())
                        ? new Lease(key, lease.owner(), token)
                        : current);
        return attempt(advanced, lease.owner());
    }

    @Override
    public void close() {}

    private static Attempt attempt(Lease lease, OwnerId owner) {
        return lease.owner().equals(owner)
                ? new Attempt.Granted(lease)
                : new Attempt.Busy(Duration.ofSeconds(1), lease.owner().toString());
    }
}
