package dev.lockproof.postgres;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that holds an advisory lock, or waits for it. With its connection it loses the lock. Thread-safe: its
 * statements run one after the other, and {@link #cancel} meanwhile.
 */
final class AdvisoryTransaction {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String CANCELLED = "57014";

    private final AdvisorySql sql;
    private final LockKey key;
    private final String storedKey;
    private final long bits;
    private final Connection connection;
    private final boolean committed;
    private final int patience;
    private volatile @Nullable PreparedStatement waiting;
    private long token;
    private boolean isOver;

    private AdvisoryTransaction(AdvisorySql sql, LockKey key, Connection connection, int timeoutMillis)
            throws SQLException {
        this.sql = sql;
        this.key = key;
        this.storedKey = StoredKey.of(key);
        this.bits = StoredKey.bits(key);
        this.connection = connection;
        this.committed = connection.getAutoCommit();
        this.patience = connection.getNetworkTimeout();
        connection.setAutoCommit(false);
        connection.setNetworkTimeout(Runnable::run, timeoutMillis);
    }

    static AdvisoryTransaction open(Database database, AdvisorySql sql, LockKey key) {
        String what = "The acquisition of the lock " + key;
        Connection connection = database.open(what);
        try {
            return new AdvisoryTransaction(sql, key, connection, database.timeoutMillis());
        } catch (SQLException e) {
            try {
                connection.close();
            } catch (SQLException onClose) {
                e.addSuppressed(onClose);
            }
            throw database.failed(what, e);
        }
    }

    LockKey key() {
        return key;
    }

    synchronized long token() {
        return token;
    }

    /** Takes the lock and a token, or gives false if somebody else has it. Also for a lock that this transaction has. */
    synchronized boolean takes(Duration ttl) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.tryLock())) {
            statement.setString(1, millis(ttl));
            statement.setLong(2, bits);
            statement.setString(3, storedKey);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                refuseOtherIsolation(row.getString(1));
                token = row.getLong(3);
                return row.getBoolean(2);
            }
        }
    }

    private void refuseOtherIsolation(String isolation) {
        if (!isolation.equals("read committed")) {
            throw new LockBackendException(
                    "The acquisition of the lock " + key + " failed: its transaction is " + isolation
                            + ", so it would see the state before its wait. Give the provider a data source whose"
                            + " connections are READ COMMITTED",
                    true,
                    null);
        }
    }

    /**
     * Waits for the lock.
     *
     * @param longest how long to wait
     * @param kept how long the server keeps it for a client that does not use it
     * @return whether it was got; if not, the transaction is to be ended
     */
    synchronized boolean gets(Duration longest, Duration kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.lock())) {
            statement.setString(1, millis(longest));
            statement.setString(2, millis(kept));
            statement.setLong(3, bits);
            waiting = statement;
            statement.execute();
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || CANCELLED.equals(e.getSQLState())) {
                connection.rollback();
                return false;
            }
            throw e;
        } finally {
            waiting = null;
        }
    }

    /** Ends a wait from another thread. */
    void cancel() {
        PreparedStatement statement = waiting;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.log(
                        Level.DEBUG,
                        "The wait for the lock " + key + " could not be cancelled and ends a little later",
                        e);
            }
        }
    }

    /** Lets the lock be held for a further time. Gives false, and ends all, if it is lost. */
    synchronized boolean renews(Duration ttl) {
        return survives(sql.renew(), statement -> {
            statement.setString(1, millis(ttl));
            return statement.execute();
        });
    }

    /** Raises the token. Gives false, and ends all, if the lock is lost. */
    synchronized boolean raises(long atLeast) {
        return survives(sql.raise(), statement -> {
            statement.setString(1, storedKey);
            statement.setLong(2, atLeast);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                token = row.getLong(1);
                return true;
            }
        });
    }

    private boolean survives(String statementSql, Database.Work<Boolean> work) {
        if (isOver) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(statementSql)) {
            work.with(statement);
            return true;
        } catch (SQLException e) {
            LOG.log(Level.INFO, "The lock " + key + " is lost with its connection", e);
            end();
            return false;
        }
    }

    /** Ends the transaction, and with it the lock. Whatever goes wrong, the lock is not held by it any more. */
    synchronized void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        try (connection) {
            try {
                connection.commit();
                connection.setAutoCommit(committed);
                connection.setNetworkTimeout(Runnable::run, patience);
            } catch (SQLException | RuntimeException e) { // the latter from a pool
                // Not to be given to anybody else: the pool replaces it.
                connection.abort(Runnable::run);
                throw e;
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The connection of the lock " + key + " was lost before its release", e);
        }
    }

    private static String millis(Duration duration) {
        return String.valueOf(Math.max(1, duration.toMillis()));
    }
}
