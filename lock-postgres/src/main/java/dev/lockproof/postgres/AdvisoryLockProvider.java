package dev.lockproof.postgres;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Locks with PostgreSQL's transaction-scoped advisory locks. {@link PostgresLockProvider} is the default; this one is for few
 * locks that many processes wait for, and that are to be free the moment their holder's connection is gone.
 *
 * <p>The connection is the lock. Each lock that is held holds a connection with an open transaction, and each key that is waited
 * for one more, so give this provider a pool of its own, with as many connections as there are locks at the same time. When
 * such a connection dies the lock is free for others. Its holder learns of that when it next renews, or writes to a store,
 * which refuses: {@link dev.lockproof.LockLostException} either way. A holder that is silent for its time to live loses its
 * connection by the server's {@code idle_in_transaction_session_timeout}, so use locks with {@code withRenew(true)} where
 * that is to be noticed early.
 *
 * <p>An advisory lock has no fencing tokens, so they come from a table, {@code lockproof_token}, whose row is raised under the
 * lock. They start at the microseconds since 1970 and so grow although a holder's death takes its token back, as long as the
 * server's clock is not set back at the same time; a store notices even that.
 *
 * <p>What differs from other providers: nobody is told who holds a lock or how long it lasts; no lock lasts longer than 24 days;
 * closing the provider ends all of its locks; keys are 64 bits of a SHA-256, so two keys may share a lock, with a probability
 * that only matters for billions of them, and then wait for each other. A pooler in transaction mode is no problem, as long as
 * it allows transactions as long as the locks are held. Connections need the isolation READ COMMITTED. Needs PostgreSQL 14 or
 * newer. Thread-safe.
 */
public final class AdvisoryLockProvider implements LockProvider {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TTL = Duration.ofDays(24);

    /** Nobody knows when a holder is going to release. */
    private static final Attempt BUSY = new Attempt.Busy(Duration.ofSeconds(1), null);

    private final AdvisorySql sql = AdvisorySql.of(AdvisorySql.DEFAULT_TABLE);
    private final Database database;
    private final ConcurrentHashMap<OwnerId, AdvisoryTransaction> held = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<OwnerId, AdvisoryWait> waits = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<LockKey, CompletableFuture<Void>> releases = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    /**
     * Makes a provider.
     *
     * @param timeout how long the server may take to answer; a wait in its queue is begun anew after half of that
     */
    AdvisoryLockProvider(DataSource dataSource, Duration timeout) {
        Failures failures = new Failures(sql.table(), sql.createTable());
        database = new Database(dataSource, failures, timeout, Database.OLDEST_MAJOR);
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "lockproof-advisory");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Makes a provider.
     *
     * @param dataSource gives connections to the database; a pool of the provider's own
     * @return a new provider
     */
    public static AdvisoryLockProvider of(DataSource dataSource) {
        return new AdvisoryLockProvider(dataSource, TIMEOUT);
    }

    /**
     * Gives the statement that creates the table of tokens, for a migration.
     *
     * @return SQL
     */
    public String tableDefinition() {
        return sql.createTable();
    }

    /**
     * Creates the table of tokens unless it is there. For samples and tests; elsewhere, let a migration do it.
     *
     * @throws dev.lockproof.LockBackendException if that failed
     */
    public void createMissingTable() {
        database.createTable(sql.table(), sql.createTable());
    }

    @Override
    public Attempt tryAcquire(LockKey key, OwnerId owner, Duration ttl) {
        if (ttl.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException("The time to live of the lock " + key + " is " + ttl
                    + ", but an advisory lock lasts " + LONGEST_TTL.toDays() + " days at most: renew it instead");
        }
        AdvisoryTransaction mine = held.get(owner);
        if (mine != null) {
            if (mine.renews(ttl)) {
                return granted(owner, mine);
            }
            held.remove(owner, mine);
        }
        awaitRelease(key);
        AdvisoryWait wait = waits.get(owner);
        AdvisoryTransaction got = wait == null ? null : wait.taken();
        return take(got == null ? AdvisoryTransaction.open(database, sql, key) : got, owner, ttl);
    }

    private Attempt take(AdvisoryTransaction transaction, OwnerId owner, Duration ttl) {
        boolean isTaken = false;
        try {
            isTaken = transaction.takes(ttl);
        } catch (SQLException e) {
            throw database.failed("The acquisition of the lock " + transaction.key(), e);
        } finally {
            if (!isTaken) {
                transaction.end();
            }
        }
        if (!isTaken) {
            return BUSY;
        }
        held.put(owner, transaction);
        return granted(owner, transaction);
    }

    private static Attempt granted(OwnerId owner, AdvisoryTransaction transaction) {
        return new Attempt.Granted(new Lease(transaction.key(), owner, transaction.token()));
    }

    /** The lock of a release that is still under way would be found busy. */
    private void awaitRelease(LockKey key) {
        CompletableFuture<Void> release = releases.get(key);
        if (release != null) {
            release.join();
        }
    }

    @Override
    public boolean renew(Lease lease, Duration ttl) {
        AdvisoryTransaction mine = held.get(lease.owner());
        if (mine == null) {
            return false;
        }
        boolean isHeld = mine.renews(ttl);
        if (!isHeld) {
            held.remove(lease.owner(), mine);
        }
        return isHeld;
    }

    @Override
    public Attempt advance(Lease lease, long atLeast) {
        AdvisoryTransaction mine = held.get(lease.owner());
        if (mine == null) {
            return BUSY;
        }
        if (mine.raises(atLeast)) {
            return granted(lease.owner(), mine);
        }
        held.remove(lease.owner(), mine);
        return BUSY;
    }

    @Override
    public void release(Lease lease) {
        AdvisoryTransaction mine = held.remove(lease.owner());
        if (mine == null) {
            return;
        }
        CompletableFuture<Void> release = new CompletableFuture<>();
        releases.merge(lease.key(), release, CompletableFuture::allOf);
        Runnable end = () -> {
            try {
                mine.end();
            } finally { // whoever comes next waits for it
                release.complete(null);
                releases.computeIfPresent(lease.key(), (key, all) -> all.isDone() ? null : all);
            }
        };
        try {
            threads.execute(end);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            end.run(); // while the provider is being closed, or there can be no more threads
        }
    }

    @Override
    public Subscription await(LockKey key, OwnerId owner, Runnable mayBeFree) {
        AdvisoryWait wait = new AdvisoryWait(database, sql, key, mayBeFree);
        wait.begin();
        waits.put(owner, wait);
        try {
            threads.execute(wait);
        } catch (RejectedExecutionException e) {
            wait.close(); // the provider is being closed, and so is the runtime
        }
        return () -> {
            waits.remove(owner, wait);
            wait.close();
        };
    }

    /** Ends all waits and, other than providers with leases, all locks. The data source stays open. */
    @Override
    public void close() {
        threads.shutdown();
        waits.values().forEach(AdvisoryWait::close);
        held.keySet().forEach(owner -> {
            AdvisoryTransaction mine = held.remove(owner);
            if (mine != null) {
                mine.end();
            }
        });
        try {
            boolean unused = threads.awaitTermination(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts what is kept here of locks. */
    int size() {
        return held.size() + waits.size() + releases.size();
    }
}
