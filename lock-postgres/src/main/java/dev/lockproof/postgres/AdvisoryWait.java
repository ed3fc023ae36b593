package dev.lockproof.postgres;

import dev.lockproof.LockKey;
import dev.lockproof.spi.LockProvider.Subscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one advisory lock on a thread and a connection of its own, in the server's queue. When it gets the lock, it keeps it
 * for a moment for its owner, who is woken to {@linkplain #taken take} it. Thread-safe.
 */
final class AdvisoryWait implements Runnable, Subscription {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    /** How long a lock that was got is kept for its owner to come. */
    private static final Duration KEPT = Duration.ofMillis(100);

    /** The same, as the server sees it: a process that does not even end its transaction is dead or stopped. */
    private static final Duration KEPT_BY_SERVER = Duration.ofSeconds(5);

    /** Looking at a free lock is only for those who watch it without wanting it. */
    private static final long BETWEEN_LOOKS_MILLIS = 5;

    private static final long AFTER_FAILURE_MILLIS = 500;

    private final Database database;
    private final AdvisorySql sql;
    private final LockKey key;
    private final Runnable mayBeFree;
    private final Duration longestWait;

    /** Of the last acquisition that was seen to be over. Set before the thread starts, and then by the thread. */
    private long lastToken;

    private @Nullable AdvisoryTransaction waiting;
    private @Nullable AdvisoryTransaction got;
    private boolean isClosed;

    AdvisoryWait(Database database, AdvisorySql sql, LockKey key, Runnable mayBeFree) {
        this.database = database;
        this.sql = sql;
        this.key = key;
        this.mayBeFree = mayBeFree;
        this.longestWait = Duration.ofMillis(Math.max(1, database.timeoutMillis() / 2));
    }

    /** Looks at the lock for the first time: whatever is released from now on wakes. */
    void begin() {
        lastToken = look().token;
    }

    private record Sight(boolean isHeld, long token) {}

    @Override
    public void run() {
        try {
            while (!isClosed()) {
                Sight sight = look();
                if (sight.isHeld) {
                    waitInQueue();
                } else {
                    if (sight.token != lastToken) {
                        wake();
                    }
                    pause(BETWEEN_LOOKS_MILLIS);
                }
                lastToken = sight.token;
            }
        } catch (RuntimeException e) {
            if (!isClosed()) {
                LOG.log(
                        Level.WARNING,
                        "The wait for the lock " + key + " can't go on in the server's queue, so it is asked for about"
                                + " once a second",
                        e);
            }
        }
    }

    private Sight look() {
        return database.run("The wait for the lock " + key, sql.look(), statement -> {
            statement.setLong(1, StoredKey.bits(key));
            statement.setLong(2, StoredKey.bits(key));
            statement.setString(3, StoredKey.of(key));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Sight(row.getBoolean(1), row.getLong(2));
            }
        });
    }

    private void waitInQueue() {
        AdvisoryTransaction transaction = AdvisoryTransaction.open(database, sql, key);
        boolean isTaken = false;
        try {
            synchronized (this) {
                if (isClosed) {
                    return;
                }
                waiting = transaction;
            }
            if (transaction.gets(longestWait, KEPT_BY_SERVER)) {
                isTaken = isTaken(transaction);
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The wait for the lock " + key + " was cut and is begun anew", e);
            pause(AFTER_FAILURE_MILLIS);
        } finally {
            synchronized (this) {
                waiting = null;
            }
            if (!isTaken) {
                transaction.end();
            }
        }
    }

    /** Offers the lock to its owner for a moment. */
    private boolean isTaken(AdvisoryTransaction transaction) {
        synchronized (this) {
            got = transaction;
        }
        wake();
        pause(KEPT.toMillis());
        synchronized (this) {
            boolean isTaken = got == null;
            got = null;
            return isTaken;
        }
    }

    private synchronized void wake() {
        if (!isClosed) {
            mayBeFree.run();
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    /** Waits until it is closed or what it got is taken, but no longer than a time. */
    private synchronized void pause(long millis) {
        boolean offers = got != null;
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        try {
            while (!isClosed && (!offers || got != null)) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis() + 1;
                if (end - System.nanoTime() <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            isClosed = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Gives what it got, which from now on is the caller's, or null. */
    synchronized @Nullable AdvisoryTransaction taken() {
        AdvisoryTransaction mine = got;
        got = null;
        notifyAll();
        return mine;
    }

    @Override
    public void close() {
        AdvisoryTransaction unused;
        synchronized (this) {
            isClosed = true;
            unused = taken();
            if (waiting != null && unused == null) {
                waiting.cancel();
            }
        }
        if (unused != null) {
            unused.end();
        }
    }
}
