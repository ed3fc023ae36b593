package dev.lockproof.postgres;

import dev.lockproof.LockBackendException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Runs single statements, each on a connection of the user's data source that it is given back to at once, and each a
 * transaction of its own. Thread-safe.
 */
final class Database {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    /** The oldest server that the tests run on; the statements would need 10. */
    static final int OLDEST_MAJOR = 14;

    private static final int MOST_REPETITIONS = 5;

    private final DataSource dataSource;
    private final Failures failures;
    private final int timeoutMillis;
    private final int oldestMajor;
    private volatile boolean isChecked;

    Database(DataSource dataSource, Failures failures, Duration timeout, int oldestMajor) {
        this.dataSource = dataSource;
        this.failures = failures;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
        this.oldestMajor = oldestMajor;
    }

    /** What is done with a statement. */
    @FunctionalInterface
    interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /**
     * What became of a statement that was tried.
     *
     * @param answer empty if it failed
     * @param isSettled whether it has certainly not been carried out if it failed
     */
    record Tried<T>(Optional<T> answer, boolean isSettled) {}

    /**
     * Runs a statement that has the same effect when it runs twice, so that a connection that broke is not the end of it.
     *
     * @param what describes it in messages: "The release of the lock Account:42"
     * @throws LockBackendException if it failed
     */
    <T> T run(String what, String sql, Work<T> work) {
        return run(what, sql, work, true);
    }

    /**
     * Runs a statement as {@link #run(String, String, Work)} does.
     *
     * @param isSettled whether the same was certainly not carried out before
     */
    <T> T run(String what, String sql, Work<T> work, boolean isSettled) {
        boolean isNothingOpen = isSettled;
        for (int repetitions = 0; ; repetitions++) {
            try (Borrowed borrowed = borrow(what, isNothingOpen)) {
                try (PreparedStatement statement = borrowed.connection.prepareStatement(sql)) {
                    return work.with(statement);
                }
            } catch (SQLException e) {
                isNothingOpen &= !Failures.isConnectionFailure(e);
                boolean again = (Failures.isWorthRepeating(e) && repetitions < MOST_REPETITIONS)
                        || (Failures.isConnectionFailure(e) && repetitions == 0);
                if (!again) {
                    throw failures.failed(what, e, isNothingOpen);
                }
            }
        }
    }

    /**
     * Runs a statement for who has another way if it fails: then it may be unknown whether it was carried out. The server gives
     * it up in half the time that a connection has, so that no statement goes on that nobody waits for.
     *
     * @throws LockBackendException if there is no connection
     */
    <T> Tried<T> tryRun(String what, String sql, Work<T> work) {
        for (int repetitions = 0; ; repetitions++) {
            try (Borrowed borrowed = borrow(what, true);
                    PreparedStatement statement = borrowed.connection.prepareStatement(sql)) {
                statement.setQueryTimeout(Math.max(1, timeoutMillis / 2_000));
                return new Tried<>(Optional.of(work.with(statement)), true);
            } catch (SQLException e) {
                if (!Failures.isWorthRepeating(e) || repetitions == MOST_REPETITIONS) {
                    LOG.log(Level.DEBUG, what + " failed; another way is tried", e);
                    return new Tried<>(Optional.empty(), !Failures.isConnectionFailure(e));
                }
            }
        }
    }

    void createTable(String table, String createTable) {
        run("The creation of the table " + table, createTable, PreparedStatement::execute);
    }

    /** Gives a connection in which the caller runs a transaction of its own. To be closed as it was. */
    Connection open(String what) {
        Connection connection = connect(what, true);
        try {
            check(what, connection);
            refuseIfInTransaction(what, connection);
            return connection;
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw failures.notConnected(what, e, true);
        } catch (RuntimeException e) {
            closeAfter(e, connection);
            throw e;
        }
    }

    /** How long the server may take to answer. */
    int timeoutMillis() {
        return timeoutMillis;
    }

    LockBackendException failed(String what, SQLException e) {
        return failures.failed(what, e, !Failures.isConnectionFailure(e));
    }

    /** Pools end their wait for a connection when they are interrupted, but the runtime is who deals with that, a little later. */
    private Connection connect(String what, boolean isSettled) {
        boolean isInterrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return dataSource.getConnection();
                } catch (SQLException e) {
                    if (!Thread.interrupted()) {
                        throw failures.notConnected(what, e, isSettled);
                    }
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Pools don't look at a connection that was used a moment ago, so one that broke meanwhile gets a second chance. */
    private Borrowed borrow(String what, boolean isSettled) {
        for (boolean isSecond = false; ; isSecond = true) {
            Connection connection = connect(what, isSettled);
            try {
                return new Borrowed(what, connection);
            } catch (SQLException e) {
                closeAfter(e, connection);
                if (isSecond || !Failures.isConnectionFailure(e)) {
                    throw failures.notConnected(what, e, isSettled);
                }
            } catch (RuntimeException e) {
                closeAfter(e, connection);
                throw e;
            }
        }
    }

    private static void closeAfter(Exception e, Connection connection) {
        try {
            connection.close();
        } catch (SQLException onClose) {
            e.addSuppressed(onClose);
        }
    }

    /** Refuses what can't work before the first statement. Costs nothing: the driver was told when it connected. */
    private void check(String what, Connection connection) throws SQLException {
        if (isChecked) {
            return;
        }
        DatabaseMetaData server = connection.getMetaData();
        if (!server.getDatabaseProductName().equals("PostgreSQL")) {
            throw new LockBackendException(
                    what + " failed: the data source is of " + server.getDatabaseProductName()
                            + ", but this provider needs PostgreSQL. Give it a data source of a PostgreSQL database",
                    true,
                    null);
        }
        if (server.getDatabaseMajorVersion() < oldestMajor) {
            throw new LockBackendException(
                    what + " failed: the server is PostgreSQL " + server.getDatabaseProductVersion()
                            + ", which is too old. Upgrade it to " + oldestMajor + " or newer",
                    true,
                    null);
        }
        isChecked = true;
    }

    /** A connection that commits each statement and does not wait for ever, until it is given back as it was. */
    private final class Borrowed implements AutoCloseable {

        private final Connection connection;
        private final boolean committed;
        private final int patience;

        private Borrowed(String what, Connection connection) throws SQLException {
            this.connection = connection;
            check(what, connection);
            committed = connection.getAutoCommit();
            if (!committed) {
                refuseIfInTransaction(what, connection);
                connection.setAutoCommit(true);
            }
            patience = connection.getNetworkTimeout();
            if (patience == 0 || patience > timeoutMillis) {
                connection.setNetworkTimeout(Runnable::run, timeoutMillis);
            }
        }

        /** The statement is over, so whether this goes well is up to the data source. */
        @Override
        public void close() {
            try (connection) {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, patience);
                    if (!committed) {
                        connection.setAutoCommit(false);
                    }
                }
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "A connection could not be given back to its data source as it was", e);
            }
        }
    }

    /** A lease that the caller's transaction rolls back, or holds back until it commits, would be none. */
    private static void refuseIfInTransaction(String what, Connection connection) throws SQLException {
        if (connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            throw new LockBackendException(
                    what + " failed: the data source gave a connection that is inside a transaction."
                            + " Give the provider the pool itself, not a proxy that joins the caller's transaction",
                    true,
                    null);
        }
    }
}
