package dev.lockproof.jdbc;

import dev.lockproof.LockBackendException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs work on connections: in this thread's transaction, or by itself. Thread-safe. */
final class Database {

    /** A statement of its own that meets another one may be repeated; each time, somebody else got on. */
    private static final int MOST_TRIES = 20;

    @SuppressWarnings("ThreadLocalUsage") // one for each store; emptied when the transaction is over
    private final ThreadLocal<@Nullable Transaction> active = new ThreadLocal<>();

    private final LentConnections connections;
    private final int isolation;
    private volatile @Nullable Dialect dialect;
    private volatile boolean isChecked;

    Database(ConnectionSource source, @Nullable Dialect dialect, int isolation) {
        this.connections = new LentConnections(source);
        this.dialect = dialect;
        this.isolation = isolation;
    }

    /** Work that knows which database it is on. */
    @FunctionalInterface
    interface Work<R extends @Nullable Object> {
        R run(Connection connection, Dialect dialect) throws SQLException;
    }

    /** Work whose result keeps the connection. */
    @FunctionalInterface
    interface KeepingWork<R> {

        /**
         * Does it.
         *
         * @param giveBack gives the connection back, in the mode in which it was lent
         */
        R run(Connection connection, Dialect dialect, Runnable giveBack) throws SQLException;
    }

    @Nullable
    Dialect dialect() {
        return dialect;
    }

    @Nullable
    DataSource dataSource() {
        return connections.dataSource();
    }

    @Nullable
    Transaction active() {
        return active.get();
    }

    /** Runs work that is one step, so that it may be repeated if it is not part of a transaction. */
    <R extends @Nullable Object> R call(Operation operation, Work<R> work) {
        Transaction transaction = active.get();
        if (transaction != null) {
            return callInside(transaction, operation, work);
        }
        for (int tries = 1; ; tries++) {
            Connection connection = open();
            try {
                return callAlone(connection, work);
            } catch (SQLException e) {
                Dialect known = dialect;
                if (known == null || !known.rules().isConflict(e) || tries == MOST_TRIES) {
                    throw Failures.of(known, operation, e, false);
                }
            } finally {
                connections.close(connection);
            }
        }
    }

    /** Runs work of a program, which is never repeated. */
    <R extends @Nullable Object> R callOnce(Operation operation, Work<R> work) {
        Transaction transaction = active.get();
        if (transaction != null) {
            return callInside(transaction, operation, work);
        }
        Connection connection = open();
        try {
            return callAlone(connection, work);
        } catch (SQLException e) {
            throw Failures.of(dialect, operation, e, false);
        } finally {
            connections.close(connection);
        }
    }

    /** Runs work that reads, on a connection that stays lent, unless the work fails. Not in a transaction. */
    <R> R callAndKeep(Operation operation, KeepingWork<R> work) {
        Connection connection = open();
        Runnable giveBack = () -> connections.close(connection);
        boolean isKept = false;
        try {
            boolean wasAutoCommit = connection.getAutoCommit();
            giveBack = () -> connections.close(connection, wasAutoCommit);
            R result = work.run(connection, recognise(connection), giveBack);
            isKept = true;
            return result;
        } catch (SQLException e) {
            throw Failures.of(dialect, operation, e, true);
        } finally {
            if (!isKept) {
                giveBack.run();
            }
        }
    }

    <R extends @Nullable Object> R inTransaction(Supplier<R> work) {
        Transaction outer = active.get();
        return outer == null ? begin(work) : join(outer, work);
    }

    /** Takes a connection that nobody misses anything of if what is done on it is committed, or rolled back. */
    private Connection open() {
        Connection connection = connections.open();
        boolean isOurs = false;
        try {
            if (!connection.getAutoCommit() && dialectOf(connection).rules().hasOpenChanges(connection)) {
                throw Failures.notOurs();
            }
            isOurs = true;
            return connection;
        } catch (SQLException e) {
            throw Failures.noConnection(e);
        } finally {
            if (!isOurs) {
                connections.close(connection); // as it is: its transaction is somebody else's
            }
        }
    }

    private Dialect dialectOf(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.named(connection.getMetaData().getDatabaseProductName());
            dialect = known;
        }
        return known;
    }

    private Dialect recognise(Connection connection) throws SQLException {
        Dialect known = dialectOf(connection);
        if (!isChecked) {
            known.rules().check(connection);
            isChecked = true;
        }
        return known;
    }

    private <R extends @Nullable Object> R callInside(Transaction transaction, Operation operation, Work<R> work) {
        transaction.requireUsable(operation);
        try {
            return work.run(transaction.connection(), recognise(transaction.connection()));
        } catch (SQLException e) {
            LockBackendException failure = Failures.of(dialect, operation, e, true);
            transaction.fail(failure);
            throw failure;
        } catch (Throwable e) {
            transaction.fail(e); // it may stand for a statement's failure
            throw e;
        }
    }

    private <R extends @Nullable Object> R callAlone(Connection connection, Work<R> work) throws SQLException {
        if (connection.getAutoCommit()) {
            return work.run(connection, recognise(connection));
        }
        boolean isDone = false;
        try {
            R result = work.run(connection, recognise(connection));
            connection.commit();
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                rollback(connection);
            }
        }
    }

    private <R extends @Nullable Object> R begin(Supplier<R> work) {
        Connection connection = open();
        Modes modes = beginOn(connection);
        Transaction transaction = new Transaction(connection);
        active.set(transaction);
        boolean isCommitted = false;
        try {
            R result = work.get();
            transaction.hooks().beforeCommit();
            commit(connection);
            isCommitted = true;
            return result;
        } finally {
            active.remove();
            try {
                end(connection, modes, isCommitted);
            } finally {
                transaction.hooks().afterCompletion(); // or locks would stay held
            }
        }
    }

    /** Begins a transaction on a connection, which is given back if that fails. */
    private Modes beginOn(Connection connection) {
        boolean hasBegun = false;
        try {
            Modes modes = Modes.begin(connection, isolation);
            hasBegun = true;
            return modes;
        } catch (SQLException e) {
            throw Failures.noConnection(e);
        } finally {
            if (!hasBegun) {
                connections.discard(connection);
                connections.close(connection);
            }
        }
    }

    private static <R extends @Nullable Object> R join(Transaction outer, Supplier<R> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            outer.hooks().doom(e);
            throw e;
        }
    }

    private void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Failures.onCommit(dialect, e);
        }
    }

    private void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException | RuntimeException e) {
            connections.discard(connection); // the server rolls back when it notices
        }
    }

    /** Ends a transaction. Without a rollback that succeeded, auto-commit mode is not turned on: that would commit. */
    private void end(Connection connection, Modes modes, boolean isCommitted) {
        try {
            if (!isCommitted) {
                connection.rollback();
            }
            modes.restore(connection);
        } catch (SQLException | RuntimeException e) {
            connections.discard(connection); // the server rolls back when it notices
        }
        connections.close(connection);
    }
}
