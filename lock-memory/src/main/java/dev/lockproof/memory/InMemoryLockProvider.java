package dev.lockproof.memory;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.Ticker;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps leases in this JVM's memory: the default for programs of one process, and for tests.
 *
 * <p>Tokens come from one counter for all keys, so nothing is kept of a key whose lease was released; a lease that ran out is
 * kept until the key is asked for again. The counter starts anew with each provider: where entities outlive it, the store
 * notices, and the provider is asked to {@linkplain #advance advance}.
 *
 * <p>Where several services wait for a key, a release keeps it for a moment for the one that has waited longest.
 *
 * <p>Tests can look at a lease ({@link #isLocked}, {@link #getLockedBy}, {@link #size}) and do to it what networks and pauses
 * do ({@link #expire}, {@link #steal}, {@link #pause}). Thread-safe.
 */
public final class InMemoryLockProvider implements LockProvider {

    private static final long RESERVED_NANOS = Duration.ofMillis(10).toNanos();

    private final Ticker ticker;
    private final AtomicLong lastToken = new AtomicLong();
    private final ConcurrentHashMap<LockKey, HeldLease> leases = new ConcurrentHashMap<>();
    private final Set<LockKey> paused = ConcurrentHashMap.newKeySet();
    private final Watches watches = new Watches();

    private InMemoryLockProvider(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Makes a provider without any leases.
     *
     * @return a new provider
     */
    public static InMemoryLockProvider create() {
        return create(Ticker.system());
    }

    /**
     * Makes a provider whose leases run out by a ticker of the caller's, such as one that a test moves.
     *
     * @param ticker measures the leases
     * @return a new provider
     */
    public static InMemoryLockProvider create(Ticker ticker) {
        return new InMemoryLockProvider(ticker);
    }

    /**
     * Makes a provider whose leases run out by a clock of the caller's, such as one that a test moves. If the clock jumps, so
     * do the leases' ends, as they would in a backend.
     *
     * @param clock measures the leases
     * @return a new provider
     */
    public static InMemoryLockProvider create(Clock clock) {
        Instant start = clock.instant();
        return new InMemoryLockProvider(
                () -> Duration.between(start, clock.instant()).toNanos());
    }

    @Override
    public Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        refuseIfPaused(key);
        long now = ticker.read();
        HeldLease held = leases.compute(key, (same, seen) -> {
            if (seen == null || !seen.lastsAt(now)) {
                // The token is drawn inside the atomic step, so that tokens are ordered as the grants are.
                return HeldLease.held(new Lease(same, owner, lastToken.incrementAndGet()), now + ttl.toNanos());
            }
            return seen.isReserved() && seen.isOwnedBy(owner)
                    ? HeldLease.held(seen.lease(), now + ttl.toNanos())
                    : seen;
        });
        return held.isOwnedBy(owner)
                ? new Attempt.Granted(held.lease())
                : new Attempt.Busy(Duration.ofNanos(held.nanosLeft(now)), held.holder());
    }

    @Override
    public boolean renew(Lease lease, Duration ttl) {
        refuseIfPaused(lease.key());
        long now = ticker.read();
        HeldLease held = leases.computeIfPresent(
                lease.key(),
                (key, seen) ->
                        seen.isOwnedBy(lease.owner()) && seen.lastsAt(now) ? seen.until(now + ttl.toNanos()) : seen);
        return held != null && held.isOwnedBy(lease.owner()) && held.lastsAt(now);
    }

    @Override
    public void release(Lease lease) {
        refuseIfPaused(lease.key());
        leases.computeIfPresent(
                lease.key(), (key, seen) -> seen.isOwnedBy(lease.owner()) ? reservedForNext(key) : seen);
        watches.wake(lease.key());
    }

    /** Keeps the key for a moment for the one who has waited longest: others may be faster, again and again. */
    private @Nullable HeldLease reservedForNext(LockKey key) {
        OwnerId next = watches.nextOwner(key);
        return next == null
                ? null
                : HeldLease.reserved(new Lease(key, next, lastToken.incrementAndGet()), ticker.read() + RESERVED_NANOS);
    }

    @Override
    public Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        Watches.Watch watch = watches.add(key, owner, mayBeFree);
        return () -> {
            watches.remove(watch);
            dropReservation(key, owner);
        };
    }

    private void dropReservation(LockKey key, OwnerId owner) {
        leases.computeIfPresent(
                key, (same, seen) -> seen.isReserved() && seen.isOwnedBy(owner) ? reservedForNext(same) : seen);
    }

    @Override
    public Attempt advance(Lease lease, long atLeast) {
        refuseIfPaused(lease.key());
        long now = ticker.read();
        HeldLease held = leases.computeIfPresent(
                lease.key(),
                (key, seen) -> seen.isOwnedBy(lease.owner()) && seen.lastsAt(now)
                        ? seen.withToken(lastToken.updateAndGet(last -> Math.max(last + 1, atLeast)))
                        : seen);
        if (held != null && held.isOwnedBy(lease.owner()) && held.lastsAt(now)) {
            return new Attempt.Granted(held.lease());
        }
        return held == null
                ? new Attempt.Busy(Duration.ZERO, null)
                : new Attempt.Busy(Duration.ofNanos(held.nanosLeft(now)), held.holder());
    }

    /** Does nothing: a provider in memory holds nothing but its leases. */
    @Override
    public void close() {}

    /** Forgets all leases and pauses, as a backend that lost its data. Tokens go on growing. For tests. */
    public void clear() {
        paused.clear();
        leases.clear();
        watches.wakeAll();
    }

    /**
     * Tells whether a key is locked now. For tests.
     *
     * @param key the key
     * @return whether a lease on it lasts
     */
    public boolean isLocked(LockKey key) {
        return getLockedBy(key).isPresent();
    }

    /**
     * Tells who holds a key now. For tests.
     *
     * @param key the key
     * @return the owner of the lease on it, or empty if it is not locked
     */
    public Optional<OwnerId> getLockedBy(LockKey key) {
        long now = ticker.read();
        return Optional.ofNullable(leases.get(key))
                .filter(held -> held.lastsAt(now) && !held.isReserved())
                .map(HeldLease::owner);
    }

    /**
     * Counts the leases that are kept, also those that ran out and were not asked for since. For tests.
     *
     * @return how many
     */
    public int size() {
        return leases.size();
    }

    /**
     * Ends a lease as if its time had run out; its holder is not told. For tests.
     *
     * @param key the key
     */
    public void expire(LockKey key) {
        leases.remove(key);
        watches.wake(key);
    }

    /**
     * Ends a lease and gives the key to a new owner under the next token, as if the holder had been paused for longer than its
     * lease; it is not told. For tests.
     *
     * @param key the key
     * @param ttl how long the new owner holds it
     * @return the new owner's lease, to be {@linkplain #release released} by the test
     */
    public Lease steal(LockKey key, Duration ttl) {
        long until = ticker.read() + ttl.toNanos();
        OwnerId thief = OwnerId.random();
        HeldLease stolen = leases.compute(
                key, (same, seen) -> HeldLease.held(new Lease(same, thief, lastToken.incrementAndGet()), until));
        return stolen.lease();
    }

    /**
     * Stops answering for a key until it is {@linkplain #resume resumed}, as a backend that can't be reached: every request about
     * it fails, while its lease runs on. For tests.
     *
     * @param key the key
     */
    public void pause(LockKey key) {
        paused.add(key);
    }

    /**
     * Answers for a key again. For tests.
     *
     * @param key the key
     */
    public void resume(LockKey key) {
        paused.remove(key);
        watches.wake(key);
    }

    /** Counts the keys that somebody watches. */
    int watchedKeys() {
        return watches.keys();
    }

    private void refuseIfPaused(LockKey key) {
        if (!paused.isEmpty() && paused.contains(key)) {
            throw new LockBackendException(
                    "The lock provider was told to pause " + key + ": call resume to have it answer again", true, null);
        }
    }
}
