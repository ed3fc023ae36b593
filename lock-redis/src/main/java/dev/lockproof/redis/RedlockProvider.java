package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.Ticker;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Keeps leases on several independent Redis servers, of which more than half decide: Redlock, as published on
 * <a href="https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/">redis.io</a>, with fencing tokens added.
 *
 * <p>A lease is granted when more than half of the servers grant it well before it would run out: the clocks of the servers may
 * differ in speed by 1 %, plus 2 ms, which is less than the safety margin of the runtime. A failed attempt gives back on all
 * servers what it got, and asks again after a random time. The published algorithm has no fencing tokens. Here each server
 * proposes one, the largest counts, and it is written back to more than half of the servers before the lease counts as
 * granted, in a second round. Any two such majorities share a server, so tokens grow whichever servers take part, as long as no
 * server forgets.
 *
 * <p><b>Prefer {@link RedisLockProvider} with one server</b> unless locks must be granted while any one server is down. This one
 * costs two rounds per acquisition, and its exclusion rests on clocks and pauses: as with every lease, a holder that stopped for
 * too long goes on believing until it looks. And a server that comes back without its data within the time to live of a lease may
 * vote a second time, so that two believe. In both cases what is written is refused by the store's fence. Without a store that
 * checks fences, this provider can't promise exclusion, and neither can any other.
 *
 * <p>Processes that wait are served about in the order of asking, as far as their clocks agree. Needs Redis 6.2 or newer, three
 * servers or more, better five, without replicas. Thread-safe.
 */
public final class RedlockProvider implements LockProvider {

    private static final long DRIFT_PARTS = 100;
    private static final long DRIFT_NANOS = Duration.ofMillis(2).toNanos();

    private static final long SHORTEST_BACK_OFF_MILLIS = 5;
    private static final long LONGEST_BACK_OFF_MILLIS = 50;

    private final RedisClient client;
    private final List<RedlockServer> servers;
    private final Quorum quorum;
    private final Leases leases;
    private final String channel;
    private final Watches watches;
    private final Ticker ticker;
    private volatile boolean isClosed;

    RedlockProvider(
            RedisClient client,
            List<RedlockServer> servers,
            Leases leases,
            String channel,
            Watches watches,
            Duration timeout,
            Ticker ticker) {
        this.client = client;
        this.servers = servers;
        this.quorum = new Quorum(servers, timeout.toNanos());
        this.leases = leases;
        this.channel = channel;
        this.watches = watches;
        this.ticker = ticker;
    }

    /**
     * Connects to servers.
     *
     * @param first the URI of a server, such as {@code redis://user:password@host:6379}
     * @param second the URI of another
     * @param third the URI of a third one
     * @param more the URIs of further ones
     * @return a new provider
     * @throws LockBackendException if fewer than a majority can be reached, or a server would throw locks away
     * @throws IllegalArgumentException if a URI is none, or is given twice
     */
    public static RedlockProvider of(String first, String second, String third, String... more) {
        return builder(first, second, third, more).build();
    }

    /**
     * Builds a provider with settings.
     *
     * @param first the URI of a server
     * @param second the URI of another
     * @param third the URI of a third one
     * @param more the URIs of further ones
     * @return a builder
     * @throws IllegalArgumentException if a URI is none, or is given twice
     */
    public static RedlockProviderBuilder builder(String first, String second, String third, String... more) {
        return new RedlockProviderBuilder(
                Stream.concat(Stream.of(first, second, third), Stream.of(more)).toList());
    }

    @Override
    public Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        String what = "The acquisition of the lock " + key;
        Watch watch = watches.find(owner);
        if (watch != null) {
            watch.begin(leases, ttl, false);
        }
        long validUntil = ticker.read() + ttl.toNanos() - ttl.toNanos() / DRIFT_PARTS - DRIFT_NANOS;
        Votes votes = quorum.ask(leases.acquire(key, owner, ttl, watch));
        if (votes.isYes()) {
            Attempt.Granted granted = agreed(key, owner, votes);
            if (writeBack(what, granted).isYes() && ticker.read() - validUntil < 0) {
                if (watch != null) {
                    watch.settle();
                    votes.forEachRefusal(node -> node.post(() -> endOf(watch), leave(watch)));
                }
                return granted;
            }
        }
        quorum.post(() -> "The withdrawal from the lock " + key, leases.withdraw(key, owner, watch));
        votes.ensureAnswered(what);
        Attempt.Busy busy = busy(votes);
        return watch == null || isQuorumHeard() ? busy : busy.within(Leases.ASK_IF_DEAF);
    }

    private boolean isQuorumHeard() {
        return servers.stream().filter(RedlockServer::isHeard).count() >= quorum.size();
    }

    /** Takes the largest token that a server proposed; as many spare ones as all of them set aside. */
    private static Attempt.Granted agreed(LockKey key, OwnerId owner, Votes votes) {
        long token = 0;
        int spare = Integer.MAX_VALUE;
        for (String answer : votes.yes()) {
            Attempt.Granted proposed = (Attempt.Granted) Leases.attempt(key, owner, answer);
            token = Math.max(token, proposed.lease().token());
            spare = Math.min(spare, proposed.spareTokens());
        }
        return new Attempt.Granted(new Lease(key, owner, token), spare);
    }

    private Votes writeBack(String what, Attempt.Granted granted) {
        Votes votes = quorum.ask(leases.writeBack(granted.lease(), granted.spareTokens()));
        votes.ensureAnswered(what);
        return votes;
    }

    /** Asks again when enough of the others' leases have run out; or soon, if nobody got enough servers. */
    private Attempt.Busy busy(Votes votes) {
        List<Attempt.Busy> others = votes.no().stream()
                .map(answer -> (Attempt.Busy) Leases.attempt(new LockKey(""), new OwnerId(0, 0), answer))
                .sorted((one, other) -> one.retryAfter().compareTo(other.retryAfter()))
                .toList();
        int missing = Math.max(1, quorum.size() - votes.yes().size());
        if (others.size() < quorum.size() || others.size() < missing) {
            long backOff = ThreadLocalRandom.current().nextLong(SHORTEST_BACK_OFF_MILLIS, LONGEST_BACK_OFF_MILLIS);
            return new Attempt.Busy(
                    Duration.ofMillis(backOff),
                    others.isEmpty() ? null : others.get(0).holder());
        }
        return others.get(missing - 1);
    }

    @Override
    public boolean renew(Lease lease, Duration ttl) {
        String what = "The renewal of the lock " + lease.key();
        Votes votes = quorum.ask(leases.renew(lease, ttl));
        votes.ensureDecided(what);
        return votes.isYes();
    }

    @Override
    public void release(Lease lease) {
        if (!isClosed) {
            quorum.post(
                    () -> "The release of the lock " + lease.key(), leases.release(lease.key(), lease.owner(), null));
        }
    }

    @Override
    public Attempt advance(Lease lease, long atLeast) {
        String what = "The raising of the token of the lock " + lease.key();
        Votes votes = quorum.ask(leases.advance(lease, atLeast));
        votes.ensureDecided(what);
        if (votes.isYes()) {
            Attempt.Granted raised = agreed(lease.key(), lease.owner(), votes);
            Votes written = writeBack(what, raised);
            written.ensureDecided(what);
            if (written.isYes()) {
                return raised;
            }
        }
        return new Attempt.Busy(Duration.ZERO, null);
    }

    /** A waiter has the same place on all servers, so that most of them keep the key for the same one. */
    @Override
    public Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        String place = Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        Watch watch = new Watch(key, owner, channel, place, quorum.size(), mayBeFree);
        watches.add(watch);
        return () -> end(watch);
    }

    private void end(Watch watch) {
        if (!watch.end()) {
            return;
        }
        watches.remove(watch);
        if (!watch.isSettled() && !isClosed) {
            watch.settle();
            Votes unused = quorum.ask(leave(watch));
        }
    }

    /** Passes on what a server keeps for who waits, too. */
    private Call leave(Watch watch) {
        return leases.release(watch.key(), watch.owner(), watch);
    }

    private static String endOf(Watch watch) {
        return "The end of the wait for the lock " + watch.key();
    }

    /** Waits until the releases have been sent, no longer than the timeout for each server, and gives back the connections. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        watches.forEach(watch -> {
            if (!watch.isSettled()) {
                quorum.post(() -> endOf(watch), leave(watch));
            }
        });
        servers.forEach(RedlockServer::flush);
        servers.forEach(RedlockServer::close);
        client.shutdown();
    }

    /** Counts what is kept here of keys. */
    int size() {
        return watches.size();
    }
}
