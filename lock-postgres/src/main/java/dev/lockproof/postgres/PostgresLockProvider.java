package dev.lockproof.postgres;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.JoinedAttempt;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps leases in a table of a PostgreSQL database: the default for programs that have one.
 *
 * <p>Acquisition, renewal and release are one statement each, which commits by itself on a connection that goes back to the
 * data source at once: a lock that is held holds no connection, and never takes part in the caller's transaction. Releases are
 * sent by a thread of the provider's. One more connection, from the first wait on, listens for releases ({@code LISTEN}), so
 * those who wait are woken; a release is only notified while somebody waits.
 *
 * <p>A {@code JdbcStore} on the very same data source has its rows claimed and read in the statement of the acquisition, so a lock
 * and its row take one statement. Inside a transaction of the store, for several locks at once, for a row that another transaction
 * has locked, and for the first lock of an entity, the store's own statement follows.
 *
 * <p>Leases run out by the server's clock alone. Fencing tokens come from the key's row; they start at the microseconds since
 * 1970, so they also grow when rows were purged, or lost in a crash of an unlogged table. Processes that wait are served
 * in the order of the row's queue: a release keeps the row for the first one for 100 ms. A turn of a process is that of a few of
 * its threads, eight at most, which hand the lease to each other.
 *
 * <p>The table has to be there: {@link #tableDefinition()} is for a migration, {@link #createMissingTable()} for samples and
 * tests. The data source should be a pool. Needs PostgreSQL 14 or newer. Thread-safe.
 */
public final class PostgresLockProvider implements LockProvider {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    /** When who waits asks again, if it can't be told of its turn: within it. */
    private static final Duration ASK_IF_DEAF = LeaseSql.KEPT.dividedBy(2);

    private final DataSource dataSource;
    private final LeaseSql sql;
    private final LeaseTable table;
    private final Watches watches = new Watches();
    private final WakeUps wakeUps;
    private final Releases releases;

    PostgresLockProvider(PostgresLockProviderBuilder settings) {
        dataSource = settings.dataSource;
        sql = LeaseSql.of(settings.table);
        Failures failures = new Failures(sql.table(), sql.createTable());
        Database database = new Database(settings.dataSource, failures, settings.timeout, settings.oldestMajor);
        table = new LeaseTable(database, sql, settings.holder);
        wakeUps = new WakeUps(settings.listenOn, sql.channel(), watches, settings.timeout, settings.keepAlive);
        releases = Releases.start(table, new Purge(table, settings.purgeAfter), settings.timeout);
    }

    /**
     * Makes a provider with the table {@code lockproof_lease}.
     *
     * @param dataSource gives connections to the database; a pool
     * @return a new provider
     */
    public static PostgresLockProvider of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /**
     * Builds a provider with settings.
     *
     * @param dataSource gives connections to the database; a pool
     * @return a builder
     */
    public static PostgresLockProviderBuilder builder(DataSource dataSource) {
        return new PostgresLockProviderBuilder(dataSource);
    }

    /**
     * Gives the statement that creates the table, for a migration.
     *
     * @return SQL
     */
    public String tableDefinition() {
        return sql.createTable();
    }

    /**
     * Creates the table unless it is there. For samples and tests; elsewhere, let a migration do it.
     *
     * @throws dev.lockproof.LockBackendException if that failed
     */
    public void createMissingTable() {
        table.createIfMissing();
    }

    @Override
    public Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        return ask(key, owner, ttl, null).attempt();
    }

    @Override
    public @Nullable JoinedAttempt tryAcquireAndClaim(LockKey key, OwnerId owner, Duration ttl, JoinedClaim claim) {
        if (claim.database() != dataSource) {
            return null;
        }
        LeaseTable.Answer answer = ask(key, owner, ttl, claim);
        return new JoinedAttempt(answer.attempt(), answer.row());
    }

    private LeaseTable.Answer ask(LockKey key, OwnerId owner, Duration ttl, @Nullable JoinedClaim claim) {
        Watches.Watch watch = watches.find(key, owner);
        try {
            LeaseTable.Answer answer = attempt(key, owner, ttl, claim);
            boolean hasMissedItsTurn = watch != null && answer.attempt() instanceof Attempt.Busy && !answer.isQueued();
            if (hasMissedItsTurn) {
                table.enqueue(key, owner);
                answer = attempt(key, owner, ttl, claim);
            }
            if (watch != null && answer.attempt() instanceof Attempt.Granted) {
                watch.settle();
            }
            return watch == null || wakeUps.isHearing() ? answer : answer.busyWithin(ASK_IF_DEAF);
        } catch (RuntimeException e) {
            if (watch != null) {
                watch.settle();
            }
            throw e;
        }
    }

    private LeaseTable.Answer attempt(LockKey key, OwnerId owner, Duration ttl, @Nullable JoinedClaim claim) {
        Set<OwnerId> released = releases.unsent(key);
        LeaseTable.Answer answer = claim == null
                ? table.acquire(key, owner, ttl, released)
                : table.acquireAndClaim(key, owner, ttl, released, claim);
        if (answer.attempt() instanceof Attempt.Granted) {
            releases.takenOver(key, released);
        }
        return answer;
    }

    @Override
    public boolean renew(Lease lease, Duration ttl) {
        return !releases.unsent(lease.key()).contains(lease.owner()) && table.renew(lease, ttl);
    }

    @Override
    public void release(Lease lease) {
        releases.add(lease);
    }

    @Override
    public Attempt advance(Lease lease, long atLeast) {
        return releases.unsent(lease.key()).contains(lease.owner())
                ? new Attempt.Busy(Duration.ZERO, null)
                : table.advance(lease, atLeast);
    }

    @Override
    public Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        wakeUps.start();
        Watches.Watch watch = watches.add(key, owner, mayBeFree);
        try {
            table.enqueue(key, owner);
        } catch (RuntimeException e) {
            watches.remove(watch);
            throw e;
        }
        return () -> end(watch);
    }

    /** Whoever got the lock has left the queue by that. Otherwise the row may be kept for the owner by now. */
    private void end(Watches.Watch watch) {
        watches.remove(watch);
        if (watch.isSettled()) {
            return;
        }
        watch.settle();
        try {
            if (!table.dequeue(watch.key(), watch.owner())) {
                table.release(List.of(new Lease(watch.key(), watch.owner(), 0)));
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The wait for the lock " + watch.key()
                            + " ended without the server being told; its release may wait for" + " "
                            + LeaseSql.KEPT.toMillis() + " ms in vain",
                    e);
        }
    }

    /**
     * Sends the releases that are still to be sent, waiting for them no longer than the builder's timeout, and gives back the
     * connections. The data source stays open.
     */
    @Override
    public void close() {
        wakeUps.close();
        releases.close();
    }

    /** Counts the keys of which something is kept here. */
    int size() {
        return watches.size() + releases.size();
    }
}
