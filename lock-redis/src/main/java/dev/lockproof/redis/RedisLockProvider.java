package dev.lockproof.redis;

import dev.lockproof.LockKey;
import dev.lockproof.redis.Handed.Refusal;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps leases in Redis: on one server, on the primary that Sentinels watch, or in a cluster.
 *
 * <p>Acquisition, renewal and release are one call of a script each, which the server runs as one step; a release is sent and
 * not waited for. What threads ask for at the same time goes together, up to 16 calls as one command, except to a cluster. One
 * connection is for commands, another, from the first wait on, for messages about releases.
 *
 * <p>Leases run out by the server's clock alone. Fencing tokens are kept with the lease, and longer; they start at the microseconds
 * since 1970 and so also grow after a restart without data, {@code FLUSHALL}, or a failover to a replica that missed the last
 * ones. In these cases a lock can have two holders who believe in it for a while. The store's fence refuses what the
 * earlier one writes: that is why Lockproof does not need more than one server. Processes that wait are
 * served in the order of the key's queue: a release grants the lease to the first one and tells it so, if the server counts it
 * among those who listen, and otherwise keeps the key for it for 100 ms. A turn of a process is that of a
 * few of its threads, four at most, which hand the lease to each other.
 *
 * <p>Needs Redis 6.2 or newer. In a cluster of Redis 7 or newer, messages go through sharded channels. Thread-safe.
 */
public final class RedisLockProvider implements LockProvider {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    private final Backend backend;
    private final Node node;
    private final Leases leases;
    private final Watches watches = new Watches();
    private final WakeUps wakeUps;
    private volatile boolean isClosed;

    RedisLockProvider(String server, Backend backend, Leases leases, @Nullable String channel, Duration timeout) {
        this.backend = backend;
        this.leases = leases;
        this.node = new Node(server, backend.outbox(), timeout);
        this.wakeUps = new WakeUps(server, backend::connectPubSub, channel, watches, timeout);
    }

    /**
     * Connects to one server, or to the primary that Sentinels know.
     *
     * @param uri such as {@code redis://user:password@host:6379/0}, {@code rediss://host} with TLS, or
     *     {@code redis-sentinel://host1,host2/0#primary}; {@code ?timeout=2s} sets how long the server may take to answer
     * @return a new provider
     * @throws dev.lockproof.LockBackendException if there is no connection, or if the server would throw locks away
     * @throws IllegalArgumentException if the URI is none
     */
    public static RedisLockProvider of(String uri) {
        return builder(uri).build();
    }

    /**
     * Connects to a cluster.
     *
     * @param seed the URI of one of its servers, whose timeout counts
     * @param more those of others, for when that one is gone
     * @return a new provider
     * @throws dev.lockproof.LockBackendException if there is no connection, or if a server would throw locks away
     * @throws IllegalArgumentException if a URI is none
     */
    public static RedisLockProvider ofCluster(String seed, String... more) {
        return clusterBuilder(seed, more).build();
    }

    /**
     * Builds a provider for one server, or the primary that Sentinels know, with settings.
     *
     * @param uri as for {@link #of}
     * @return a builder
     * @throws IllegalArgumentException if the URI is none
     */
    public static RedisLockProviderBuilder builder(String uri) {
        RedisURI parsed = Uris.parse(uri);
        return new RedisLockProviderBuilder(
                Uris.nameOf(parsed),
                Uris.timeoutIn(uri),
                timeout -> Backend.connect(Backend.newClient(timeout), Uris.within(timeout, parsed), true));
    }

    /**
     * Builds a provider that uses a client of yours, with your options for TLS, threads and reconnection.
     *
     * @param client stays yours: the provider closes its connections, and does not shut it down
     * @param uri the server, or the Sentinels
     * @return a builder
     */
    public static RedisLockProviderBuilder builder(RedisClient client, RedisURI uri) {
        return new RedisLockProviderBuilder(
                Uris.nameOf(uri),
                Uris.timeoutOf(uri),
                timeout -> Backend.connect(client, Uris.within(timeout, uri), false));
    }

    /**
     * Builds a provider for a cluster, with settings.
     *
     * @param seed the URI of one of its servers, whose timeout counts
     * @param more those of others, for when that one is gone
     * @return a builder
     * @throws IllegalArgumentException if a URI is none
     */
    public static RedisLockProviderBuilder clusterBuilder(String seed, String... more) {
        List<RedisURI> seeds =
                Stream.concat(Stream.of(seed), Stream.of(more)).map(Uris::parse).toList();
        return new RedisLockProviderBuilder(
                "the cluster of " + Uris.nameOf(seeds.get(0)),
                Uris.timeoutIn(seed),
                timeout -> Backend.connect(Backend.newClusterClient(Uris.within(timeout, seeds), timeout), true));
    }

    /**
     * Builds a provider for a cluster that uses a client of yours.
     *
     * @param client stays yours: the provider closes its connections, and does not shut it down; the timeout of its URIs is how long
     *     connecting may take
     * @return a builder
     */
    public static RedisLockProviderBuilder clusterBuilder(RedisClusterClient client) {
        return new RedisLockProviderBuilder("the Redis cluster", null, timeout -> Backend.connect(client, false));
    }

    @Override
    public Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        Watch watch = watches.find(owner);
        return watch == null
                ? Leases.attempt(key, owner, ask(leases.acquire(key, owner, ttl, null), key))
                : tryAcquireInTurn(watch, ttl);
    }

    private String ask(Call acquire, LockKey key) {
        return node.ask(() -> "The acquisition of the lock " + key, acquire);
    }

    private Attempt tryAcquireInTurn(Watch watch, Duration ttl) {
        Attempt.Granted handed = watch.handed(ttl);
        if (handed != null) {
            watch.settle();
            return handed;
        }
        LockKey key = watch.key();
        boolean isHearing = wakeUps.isHearing(watch.channel());
        watch.begin(leases, ttl, isHearing);
        try {
            long askedAt = System.nanoTime();
            String answer = ask(leases.acquire(key, watch.owner(), ttl, watch), key);
            Attempt attempt = Leases.attempt(key, watch.owner(), answer);
            if (attempt instanceof Attempt.Busy busy) {
                watch.refused(new Refusal(askedAt, Leases.refusedAtMicros(answer)));
                boolean isHeard = Leases.isHeard(answer);
                if (!isHeard) { // the key has moved, or the client could not listen again after a broken connection
                    wakeUps.renew(watch.channel());
                }
                return isHearing && isHeard ? busy : busy.within(Leases.ASK_IF_DEAF);
            }
            watch.settle();
            return attempt;
        } catch (RuntimeException e) {
            watch.settle();
            postEnd(watch);
            throw e;
        }
    }

    private void postEnd(Watch watch) {
        node.post(() -> endOf(watch), leases.release(watch.key(), watch.owner(), watch));
    }

    private static String endOf(Watch watch) {
        return "The end of the wait for the lock " + watch.key();
    }

    @Override
    public boolean renew(Lease lease, Duration ttl) {
        return Leases.isYes(node.ask(() -> "The renewal of the lock " + lease.key(), leases.renew(lease, ttl)));
    }

    @Override
    public void release(Lease lease) {
        if (!isClosed) {
            node.post(() -> "The release of the lock " + lease.key(), leases.release(lease.key(), lease.owner(), null));
        }
    }

    @Override
    public Attempt advance(Lease lease, long atLeast) {
        return Leases.attempt(
                lease.key(),
                lease.owner(),
                node.ask(() -> "The raising of the token of the lock " + lease.key(), leases.advance(lease, atLeast)));
    }

    @Override
    public Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        String channel = wakeUps.channelOf(leases.keys(key));
        Watch watch = new Watch(key, owner, channel, "", 1, mayBeFree);
        watches.add(watch);
        wakeUps.listen(channel);
        return () -> end(watch);
    }

    /** Whoever got the lock has left the queue by that. Otherwise the owner may have been handed it by now. */
    private void end(Watch watch) {
        if (!watch.end()) {
            return;
        }
        watches.remove(watch);
        wakeUps.stop(watch.channel());
        if (watch.isSettled() || isClosed) {
            return;
        }
        watch.settle();
        try {
            node.ask(() -> endOf(watch), leases.release(watch.key(), watch.owner(), watch));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e.getMessage() + "; a release may wait for it in vain for a moment", e);
            if (!isClosed) {
                postEnd(watch); // by the time that the server hears it, a release may have granted it the lease
            }
        }
    }

    /** Waits until the releases have been sent, no longer than the timeout, and gives back the connections. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        watches.forEach(watch -> {
            if (!watch.isSettled()) {
                postEnd(watch);
            }
        });
        node.flush();
        wakeUps.close();
        backend.close();
    }

    /** Counts what is kept here of keys. */
    int size() {
        return watches.size() + wakeUps.size();
    }
}
