package dev.lockproof.fuzz;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees every lock that a program takes, and notes a nested one without relying on the library: only an acquisition of
 * several locks at once may ask for a lease while it has one.
 */
final class ObservedProvider implements LockProvider {

    private final LockProvider provider;
    private final Set<LockKey> held = new HashSet<>();
    private @Nullable Throwable nested;
    private int acquisitions;

    ObservedProvider(LockProvider provider) {
        this.provider = provider;
    }

    int acquisitions() {
        return acquisitions;
    }

    /** Gives the fault of the program, or else the one that was seen here, in case that the program caught it. */
    @Nullable
    Throwable fault(@Nullable Throwable other) {
        return other != null ? other : nested;
    }

    @Override
    public Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        if (!held.isEmpty() && !isOfGroup() && nested == null) {
            nested = new AssertionError(key + " was taken while " + held + " was held");
        }
        acquisitions++;
        Attempt attempt = provider.tryAcquire(key, owner, ttl);
        held.add(key);
        return attempt;
    }

    private static boolean isOfGroup() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.anyMatch(frame -> frame.getClassName().equals("dev.lockproof.GroupAcquisition")));
    }

    @Override
    public boolean renew(Lease lease, Duration ttl) {
        return provider.renew(lease, ttl);
    }

    @Override
    public void release(Lease lease) {
        held.remove(lease.key());
        provider.release(lease);
    }

    @Override
    public Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        return provider.await(key, owner, mayBeFree);
    }

    @Override
    public Attempt advance(Lease lease, long atLeast) {
        return provider.advance(lease, atLeast);
    }

    @Override
    public void close() {
        provider.close();
    }
}
