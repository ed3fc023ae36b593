package dev.lockproof.jdbc;

import dev.lockproof.LockBackendException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a driver's exception means, and what to do next. Never repeats a driver's text, which may hold values. */
final class Failures {

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int READ_ONLY_SERVER = 1290;
    private static final int READ_ONLY_TRANSACTION = 1792;

    /** An object, the connection or the database is closed. */
    private static final Set<String> H2_IS_CLOSED = Set.of("90007", "90067", "90098", "90121");

    private Failures() {}

    static LockBackendException noConnection(SQLException e) {
        return new LockBackendException(
                "No connection to the database could be had" + state(e)
                        + ": see that it is running and that the pool is "
                        + "large enough; a transaction needs one connection, and so does each open stream",
                true,
                e);
    }

    static LockBackendException notOurs() {
        return new LockBackendException(
                "A connection was refused, because it came with changes that are not committed yet, which the store would "
                        + "commit or roll back. Give the store the pool itself, not a data source that joins the "
                        + "caller's transaction, and write what belongs together in store.inTransaction(…)",
                true,
                null);
    }

    static LockBackendException of(@Nullable Dialect dialect, Operation operation, SQLException e, boolean isUndone) {
        boolean isKnown = isUndone || !operation.isWrite() || !isConnectionLost(e);
        return new LockBackendException(operation.text() + " failed: " + reason(dialect, operation, e), isKnown, e);
    }

    static LockBackendException onCommit(@Nullable Dialect dialect, SQLException e) {
        String reason = dialect != null && dialect.rules().isConflict(e)
                ? "it met another transaction; repeat it"
                : isConnectionLost(e)
                        ? "the connection was lost; see what is stored before you repeat it"
                        : "see the cause";
        return new LockBackendException("The commit failed" + state(e) + ": " + reason, !isConnectionLost(e), e);
    }

    static LockBackendException unstorable(Operation operation, String column, RuntimeException e) {
        return new LockBackendException(
                operation.text() + " failed: in the column " + column + ", " + e.getMessage(), true, e);
    }

    /** Tells whether it is unknown what the server did. */
    static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException
                || H2_IS_CLOSED.contains(state)
                || (e instanceof SQLTimeoutException && !isLockTimeout(e));
    }

    private static String reason(@Nullable Dialect dialect, Operation operation, SQLException e) {
        String table = operation.table();
        if (dialect != null && dialect.rules().isConflict(e)) {
            return "it met another transaction, so one of the two was rolled back" + state(e)
                    + "; repeat the transaction, and write rows in the same order everywhere";
        }
        if (isLockTimeout(e)) {
            return "another transaction has changed the row and was not over in time" + state(e)
                    + "; keep transactions short, or raise the database's lock timeout";
        }
        if (dialect != null && dialect.rules().isForbidden(e)) {
            return "the user of the connection has no right to it" + state(e) + "; grant select, insert, update and "
                    + "delete on the table " + table;
        }
        if (isReadOnly(e)) {
            return "the database is read-only" + state(e)
                    + "; connect to the primary server, in a transaction that writes";
        }
        if (isConnectionLost(e)) {
            return "the connection was lost" + state(e) + "; see that the database is running";
        }
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("23")) {
            return "a constraint of the table " + table + " forbids it" + state(e) + "; see the cause";
        }
        if (state.startsWith("22") || state.startsWith("54")) {
            return "the table " + table + " can't keep one of the values" + state(e) + "; see the cause";
        }
        return "the database refused it" + state(e) + "; see the cause";
    }

    private static boolean isLockTimeout(SQLException e) {
        return "55P03".equals(e.getSQLState())
                || "HYT00".equals(e.getSQLState())
                || e.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    private static boolean isReadOnly(SQLException e) {
        return "25006".equals(e.getSQLState())
                || e.getErrorCode() == READ_ONLY_SERVER
                || e.getErrorCode() == READ_ONLY_TRANSACTION;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : " (SQL state " + e.getSQLState() + ")";
    }
}
