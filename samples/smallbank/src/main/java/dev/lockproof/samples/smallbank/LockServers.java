package dev.lockproof.samples.smallbank;

import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisSentinels;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.FlushMode;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Redis servers of a bank's locks, started for as long as it is open, and what can be done to one of them. */
final class LockServers implements AutoCloseable {

    private static final int INDEPENDENT = 5;

    private static final String LOCKS = "{lp:*}:l";

    /** For how long a replica hears nothing before its primary is killed: it misses the locks of that time. */
    private static final Duration MISSED = Duration.ofMillis(300);

    private final List<RedisServer> servers;
    private final String uris;
    private final boolean haveNetwork;
    private final Runnable closing;
    private final @Nullable RedisSentinels sentinels;
    private RedisServer victim;
    private RedisServer killed;

    /**
     * @param servers that keep leases now, or may when another one is gone
     * @param uris as clients take them, with a space between two
     * @param haveNetwork whether there is a network before each of those that keep leases
     * @param sentinels if there are any
     */
    private LockServers(
            List<RedisServer> servers,
            String uris,
            boolean haveNetwork,
            Runnable closing,
            @Nullable RedisSentinels sentinels) {
        this.servers = servers;
        this.uris = uris;
        this.haveNetwork = haveNetwork;
        this.closing = closing;
        this.sentinels = sentinels;
        this.victim = servers.get(0);
        this.killed = victim;
    }

    /**
     * Starts what a kind of leases needs.
     *
     * @param haveNetwork whether there is to be a network before them that something can be done to
     */
    static LockServers start(Backend.Leases leases, boolean haveNetwork) {
        return switch (leases) {
            case MEMORY, POSTGRES -> throw new IllegalArgumentException(leases + " needs no Redis");
            case REDIS -> independent(1, haveNetwork);
            case REDLOCK -> independent(INDEPENDENT, haveNetwork);
            case REDIS_SENTINEL -> {
                RedisSentinels all = haveNetwork ? RedisSentinels.startBehindNetworks() : RedisSentinels.start();
                List<RedisServer> both = List.of(all.primary(), all.replica());
                yield new LockServers(both, all.uri(), haveNetwork, all::close, all);
            }
            case REDIS_CLUSTER -> {
                RedisCluster all = haveNetwork
                        ? RedisCluster.startWithReplicasBehindNetworks(RedisServer.Version.NEW)
                        : RedisCluster.startWithReplicas(RedisServer.Version.NEW);
                yield new LockServers(all.servers(), uris(all.servers()), haveNetwork, all::close, null);
            }
        };
    }

    private static LockServers independent(int count, boolean haveNetwork) {
        Supplier<RedisServer> starter = haveNetwork
                ? () -> RedisServer.startBehindNetwork(RedisServer.Version.NEW)
                : () -> RedisServer.start(RedisServer.Version.NEW);
        List<RedisServer> all = Stream.generate(starter).limit(count).toList();
        return new LockServers(all, uris(all), haveNetwork, () -> all.forEach(RedisServer::close), null);
    }

    private static String uris(List<RedisServer> servers) {
        return servers.stream().map(RedisServer::uri).collect(Collectors.joining(" "));
    }

    String uris() {
        return uris;
    }

    /** Tells whether others keep granting locks when one is gone, at once or after a while. */
    boolean areSeveral() {
        return servers.size() > 1;
    }

    /** Tells whether something can be done to the network. */
    boolean haveNetwork() {
        return haveNetwork;
    }

    /** Chooses one that takes part now, to do something to: a primary, where there are replicas. */
    void choose(SplittableRandom random) {
        Await.until("there is a primary", () -> !primaries().isEmpty());
        List<RedisServer> primaries = primaries();
        victim = sentinels == null
                ? primaries.get(random.nextInt(primaries.size()))
                : Collections.max(primaries, Comparator.comparingLong(LockServers::connections));
    }

    private List<RedisServer> primaries() {
        return servers.stream().filter(LockServers::isPrimary).toList();
    }

    /** Whom a Sentinel tells to follow ends connections, ours among them. */
    private static boolean isPrimary(RedisServer server) {
        try {
            return server.commands().info("replication").contains("role:master");
        } catch (RedisException e) {
            return false;
        }
    }

    /** Where two take themselves for the primary for a while, most clients are connected to one of them. */
    private static long connections(RedisServer server) {
        return server.commands().clientList().lines().count();
    }

    /** Stops it between two of its instructions. */
    void pause() {
        victim.pause();
    }

    /** Lets it go on. */
    void resume() {
        victim.resume();
    }

    /** Tells whether it has a replica that can be kept from hearing of it. */
    boolean haveReplica() {
        return sentinels != null;
    }

    /**
     * Chooses the primary that the Sentinels know, and keeps its replica from hearing of it, for a moment before it is killed.
     *
     * @return how many locks the replica missed
     */
    long cutOffReplica() {
        if (sentinels == null) {
            return 0;
        }
        victim = sentinels.currentPrimary();
        sentinels.stopReplication();
        LockSupport.parkNanos(MISSED.toNanos());
        RedisServer replica = victim == sentinels.primary() ? sentinels.replica() : sentinels.primary();
        Set<Entry<String, String>> known = heldLocks(replica).entrySet();
        return heldLocks(victim).entrySet().stream()
                .filter(lock -> !known.contains(lock))
                .count();
    }

    /** Gives the keys of the locks that are held, with what there is in them. Of one that is free it is the last token alone. */
    private static Map<String, String> heldLocks(RedisServer server) {
        Map<String, String> held = new HashMap<>();
        for (String lock : server.commands().keys(LOCKS)) {
            String kept = server.commands().get(lock);
            if (kept != null && kept.contains(" ")) {
                held.put(lock, kept);
            }
        }
        return held;
    }

    /** Ends it as a crash would. What it had is kept, to come back later. */
    void kill() {
        victim.kill();
        victim.keepData();
        killed = victim;
    }

    /** Starts it again with the data it had. */
    void restart() {
        victim.restart();
        if (sentinels != null) {
            sentinels.resumeReplication();
        }
    }

    /** Lets it crash, and come back without its data. */
    void restartEmpty() {
        victim.restartEmpty();
    }

    /** Lets it forget who holds what, as somebody would that flushes it by mistake. */
    void flush() {
        victim.commands().flushall(FlushMode.SYNC);
    }

    /**
     * Ends all connections to it, those for messages among them.
     *
     * @return how many there were
     */
    long cut() {
        return victim.commands().clientKill(KillArgs.Builder.skipme());
    }

    /**
     * Ends the connections for messages.
     *
     * @return how many there were
     */
    long cutMessages() {
        return victim.commands().clientKill(KillArgs.Builder.typePubsub());
    }

    /** Lets it forget the scripts. */
    void forgetScripts() {
        victim.commands().scriptFlush();
    }

    /**
     * Takes all locks away by hand.
     *
     * @return how many there were
     */
    long deleteLocks() {
        Set<String> locks = heldLocks(victim).keySet();
        locks.forEach(lock -> victim.commands().del(lock));
        return locks.size();
    }

    /**
     * Lets it throw away all that it has, as one does that is full and was not told to keep it.
     *
     * @return how many keys that were
     */
    long evict() {
        RedisCommands<String, String> commands = victim.commands();
        long keys = commands.dbsize();
        commands.configSet("maxmemory-policy", "allkeys-random");
        commands.configSet("maxmemory", "1");
        Await.until("all is evicted", () -> commands.dbsize() == 0);
        commands.configSet("maxmemory", "0");
        commands.configSet("maxmemory-policy", "noeviction");
        return keys;
    }

    /** Lets the one that was killed the last time crash again, and come back with what it had then. */
    void restartWithOldData() {
        killed.restartWithKeptData();
    }

    /** Delays what comes from it and what is said to it. */
    void slowNetwork(Duration delay) {
        victim.network().slowDown(delay);
    }

    /** Breaks all connections to it, and new ones at once. */
    void cutNetwork() {
        victim.network().cut();
    }

    /** Holds back what comes from it and what is said to it. */
    void silenceNetwork() {
        victim.network().silence();
    }

    /** Lets what was held back arrive, and all else at once. */
    void healNetwork() {
        victim.network().heal();
    }

    @Override
    public void close() {
        closing.run();
    }
}
