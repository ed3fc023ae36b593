package dev.lockproof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes connections from a source, and gives them back. Thread-safe. */
final class LentConnections {

    private static final System.Logger LOG = System.getLogger(LentConnections.class.getName());

    private final ConnectionSource source;

    LentConnections(ConnectionSource source) {
        this.source = source;
    }

    /** Gives the data source, if connections come right from one. */
    @Nullable
    DataSource dataSource() {
        return source instanceof DataSourceConnections connections ? connections.dataSource() : null;
    }

    Connection open() {
        try {
            return source.open();
        } catch (SQLException e) {
            throw Failures.noConnection(e);
        }
    }

    /** Gives a connection back. What was done on it is settled by now, so no exception of the source leaves this. */
    void close(Connection connection) {
        try {
            source.close(connection);
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A connection could not be given back", e);
        }
    }

    /** Gives a connection back on which nothing was written, in the mode in which it was lent. */
    void close(Connection connection, boolean wasAutoCommit) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(wasAutoCommit);
            }
        } catch (SQLException | RuntimeException e) {
            discard(connection);
        }
        close(connection);
    }

    /** Makes sure that nobody gets a connection in a state that nobody asked for. */
    void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A broken connection could not be aborted", e);
        }
    }
}
