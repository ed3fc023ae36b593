package dev.lockproof;

import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A provider that writes down what it is asked, and misbehaves as a test tells it. Its leases never run out. */
final class FakeProvider implements LockProvider {

    /** What was asked, such as {@code acquire A}, {@code release A}. */
    final List<String> calls = new ArrayList<>();

    final List<Lease> leases = new ArrayList<>();
    final List<Duration> ttls = new ArrayList<>();
    final Map<LockKey, Lease> held = new HashMap<>();
    final Map<LockKey, Runnable> watches = new HashMap<>();

    /** Runs before each request is carried out: time may pass, or the request may fail. */
    Runnable onTheWay = () -> {};

    /** Runs after each request was carried out, before the answer comes. */
    Runnable onTheWayBack = () -> {};

    /** How many tokens each grant sets aside. */
    int spareTokens;

    /** How many tokens are set aside when one is raised. */
    int spareTokensOfRaised;

    /** How long each lease has lasted already when it is granted. */
    Duration age = Duration.ZERO;

    boolean isDeaf;
    int mostWatches;
    private long token = 32;

    @Override
    public synchronized Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        begin("acquire", key);
        ttls.add(ttl);
        Lease seen = held.get(key);
        if (seen != null && !seen.owner().equals(owner)) {
            onTheWayBack.run();
            return new Attempt.Busy(Duration.ofSeconds(10), "somebody");
        }
        Lease lease = seen != null ? seen : new Lease(key, owner, ++token);
        held.put(key, lease);
        leases.add(lease);
        token += spareTokens;
        onTheWayBack.run();
        return new Attempt.Granted(lease, spareTokens, age);
    }

    @Override
    public synchronized boolean renew(Lease lease, Duration ttl) {
        begin("renew", lease.key());
        ttls.add(ttl);
        return isHeld(lease);
    }

    @Override
    public synchronized void release(Lease lease) {
        begin("release", lease.key());
        leases.add(lease);
        if (isHeld(lease)) {
            held.remove(lease.key());
            Runnable watch = watches.get(lease.key());
            if (watch != null && !isDeaf) {
                watch.run();
            }
        }
        onTheWayBack.run();
    }

    @Override
    public synchronized Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        begin("await", key);
        watches.put(key, mayBeFree);
        mostWatches = Math.max(mostWatches, watches.size());
        return () -> unwatch(key);
    }

    @Override
    public synchronized Attempt advance(Lease lease, long atLeast) {
        begin("advance", lease.key());
        if (!isHeld(lease)) {
            return new Attempt.Busy(Duration.ofSeconds(10), "somebody");
        }
        token = Math.max(token + 1, atLeast);
        Lease raised = new Lease(lease.key(), lease.owner(), token);
        held.put(lease.key(), raised);
        token += spareTokensOfRaised;
        return new Attempt.Granted(raised, spareTokensOfRaised);
    }

    @Override
    public synchronized void close() {
        calls.add("close");
    }

    /** Gives a key to somebody else. */
    synchronized Lease steal(LockKey key) {
        Lease stolen = new Lease(key, OwnerId.random(), ++token);
        held.put(key, stolen);
        return stolen;
    }

    synchronized void forget(LockKey key) {
        held.remove(key);
    }

    synchronized boolean isWatched(LockKey key) {
        return watches.containsKey(key);
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void unwatch(LockKey key) {
        watches.remove(key);
    }

    private boolean isHeld(Lease lease) {
        Lease seen = held.get(lease.key());
        return seen != null && seen.owner().equals(lease.owner());
    }

    private void begin(String what, LockKey key) {
        calls.add(what + " " + key);
        onTheWay.run();
    }
}
