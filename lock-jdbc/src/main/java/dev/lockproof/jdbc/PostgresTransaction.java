package dev.lockproof.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;

/** Asks PostgreSQL's own driver about the transaction that a connection is in. Not linked where the driver is not there. */
final class PostgresTransaction {

    private PostgresTransaction() {}

    /** Tells whether a transaction is open that has changed something, or failed. Pools leave one open that has only read. */
    static boolean hasChanges(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(BaseConnection.class)) {
            return false;
        }
        return switch (connection.unwrap(BaseConnection.class).getTransactionState()) {
            case IDLE -> false;
            case OPEN -> hasId(connection);
            case FAILED -> true;
        };
    }

    /** Only a transaction that has changed or locked something has an id. */
    private static boolean hasId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select txid_current_if_assigned() is not null")) {
            return result.next() && result.getBoolean(1);
        }
    }
}
