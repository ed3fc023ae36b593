package dev.lockproof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** How a connection was lent, to be given back alike; the isolation only if it was changed. */
record Modes(boolean isAutoCommit, int isolation) {

    /** Begins a transaction, with an isolation of its own unless that is {@link Connection#TRANSACTION_NONE}. */
    static Modes begin(Connection connection, int isolation) throws SQLException {
        int before = Connection.TRANSACTION_NONE;
        if (isolation != Connection.TRANSACTION_NONE) {
            int lent = connection.getTransactionIsolation();
            if (lent != isolation) {
                connection.setTransactionIsolation(isolation);
                before = lent;
            }
        }
        Modes modes = new Modes(connection.getAutoCommit(), before);
        if (modes.isAutoCommit) {
            connection.setAutoCommit(false);
        }
        return modes;
    }

    /** Restores them when the transaction is over. */
    void restore(Connection connection) throws SQLException {
        if (isAutoCommit && !connection.isClosed()) {
            connection.setAutoCommit(true);
        }
        if (isolation != Connection.TRANSACTION_NONE && !connection.isClosed()) {
            connection.setTransactionIsolation(isolation);
        }
    }
}
