package dev.lockproof.samples.smallbank;

import dev.lockproof.testservers.RedisServer;
import io.lettuce.core.FlushMode;
import io.lettuce.core.KillArgs;
import org.jspecify.annotations.Nullable;

/** The servers of a bank: its database, and a Redis if the locks are there. Those that nobody names are started. */
final class BankServers implements AutoCloseable {

    private final BankDatabase database;
    private final Backend.Leases leases;
    private final @Nullable String locksUri;
    private final @Nullable RedisServer redis;

    private BankServers(
            BankDatabase database, Backend.Leases leases, @Nullable String locksUri, @Nullable RedisServer redis) {
        this.database = database;
        this.leases = leases;
        this.locksUri = locksUri;
        this.redis = redis;
    }

    /**
     * Uses servers that are there, and starts the others.
     *
     * @param url of the database, or null to start one
     * @param locksUri of the Redis, or null to start one if it is needed
     */
    static BankServers open(@Nullable String url, Backend.Leases leases, @Nullable String locksUri) {
        boolean starts = leases == Backend.Leases.REDIS && locksUri == null;
        RedisServer redis = starts ? RedisServer.start(RedisServer.Version.NEW) : null;
        return new BankServers(BankDatabase.open(url), leases, redis == null ? locksUri : redis.uri(), redis);
    }

    BankDatabase database() {
        return database;
    }

    Addresses addresses() {
        return new Addresses(database.url(), leases, locksUri);
    }

    /** Tells whether things can be done to the lock server: only to one that was started here. */
    boolean hasLockServer() {
        return redis != null;
    }

    /** Stops the lock server between two of its instructions, or lets it go on. */
    void pauseLockServer(boolean pause) {
        if (redis != null && pause) {
            redis.pause();
        } else if (redis != null) {
            redis.resume();
        }
    }

    /** Lets the lock server forget who holds what, as one does that comes back without its data. */
    void emptyLockServer() {
        if (redis != null) {
            redis.commands().flushall(FlushMode.SYNC);
        }
    }

    /** Ends all connections to the lock server, those for messages among them. */
    void cutLockServer() {
        if (redis != null) {
            redis.commands().clientKill(KillArgs.Builder.skipme());
        }
    }

    @Override
    public void close() {
        database.close();
        if (redis != null) {
            redis.close();
        }
    }
}
