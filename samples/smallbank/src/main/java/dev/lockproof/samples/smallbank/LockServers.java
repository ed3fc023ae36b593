package dev.lockproof.samples.smallbank;

import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisSentinels;
import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.FlushMode;
import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Redis servers of a bank's locks, started for as long as it is open, and what can be done to one of them. */
final class LockServers implements AutoCloseable {

    private static final int INDEPENDENT = 5;

    /** For how long a replica hears nothing before its primary is killed: it misses the locks of that time. */
    private static final Duration MISSED = Duration.ofMillis(300);

    private final List<RedisServer> servers;
    private final String uris;
    private final Runnable closing;
    private final @Nullable RedisSentinels sentinels;
    private RedisServer victim;
    private RedisServer killed;

    /**
     * @param servers that keep leases now, or may when another one is gone
     * @param uris as clients take them, with a space between two
     * @param sentinels if there are any
     */
    private LockServers(List<RedisServer> servers, String uris, Runnable closing, @Nullable RedisSentinels sentinels) {
        this.servers = servers;
        this.uris = uris;
        this.closing = closing;
        this.sentinels = sentinels;
        this.victim = servers.get(0);
        this.killed = victim;
    }

    /** Starts what a kind of leases needs. */
    static LockServers start(Backend.Leases leases) {
        return switch (leases) {
            case MEMORY, POSTGRES -> throw new IllegalArgumentException(leases + " needs no Redis");
            case REDIS -> {
                RedisServer server = RedisServer.start(RedisServer.Version.NEW);
                yield new LockServers(List.of(server), server.uri(), server::close, null);
            }
            case REDIS_SENTINEL -> {
                RedisSentinels all = RedisSentinels.start();
                yield new LockServers(List.of(all.primary(), all.replica()), all.uri(), all::close, all);
            }
            case REDIS_CLUSTER -> {
                RedisCluster all = RedisCluster.startWithReplicas(RedisServer.Version.NEW);
                yield new LockServers(all.servers(), urisOf(all.servers()), all::close, null);
            }
            case REDLOCK -> {
                List<RedisServer> all = Stream.generate(() -> RedisServer.start(RedisServer.Version.NEW))
                        .limit(INDEPENDENT)
                        .toList();
                yield new LockServers(all, urisOf(all), () -> all.forEach(RedisServer::close), null);
            }
        };
    }

    private static String urisOf(List<RedisServer> servers) {
        return String.join(" ", servers.stream().map(RedisServer::uri).toList());
    }

    String uris() {
        return uris;
    }

    /** Tells whether others keep granting locks when one is gone, at once or after a while. */
    boolean areSeveral() {
        return servers.size() > 1;
    }

    /** Chooses one that takes part now, to do something to: a primary, where there are replicas. */
    void choose(SplittableRandom random) {
        if (sentinels != null) {
            victim = sentinels.currentPrimary();
            return;
        }
        List<RedisServer> primaries = servers.stream()
                .filter(server -> server.commands().info("replication").contains("role:master"))
                .toList();
        victim = primaries.get(random.nextInt(primaries.size()));
    }

    /** Stops it between two of its instructions. */
    void pause() {
        victim.pause();
    }

    /** Ends it as a crash would, behind its replica's back. What it had is kept, to come back later. */
    void kill() {
        if (sentinels != null && victim == sentinels.primary()) {
            sentinels.stopReplication();
            LockSupport.parkNanos(MISSED.toNanos());
        }
        victim.kill();
        victim.keepData();
        killed = victim;
    }

    /** Lets it go on, or starts it again. */
    void resume() {
        victim.resume();
    }

    /** Starts it again with the data it had. */
    void restart() {
        victim.restart();
        if (sentinels != null) {
            sentinels.resumeReplication();
        }
    }

    /** Lets it forget who holds what, as one does that comes back without its data. */
    void empty() {
        victim.commands().flushall(FlushMode.SYNC);
    }

    /** Ends all connections to it, those for messages among them. */
    void cut() {
        victim.commands().clientKill(KillArgs.Builder.skipme());
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
        List<String> locks = victim.commands().keys("{lp:*}:l");
        locks.forEach(lock -> victim.commands().del(lock));
        return locks.size();
    }

    /** Lets the one that was killed the last time crash again, and come back with what it had then. */
    void restartWithOldData() {
        killed.restartWithKeptData();
    }

    @Override
    public void close() {
        closing.run();
    }
}
