package dev.lockproof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lends connections to a {@link JdbcStore}. Implemented by programs whose connections don't come from a
 * {@link DataSource}. Thread-safe.
 *
 * <p>A connection belongs to the store from {@link #open} to {@link #close}: nobody else uses it meanwhile, and it is in no
 * transaction when it is lent, except one that has changed nothing, as a pool's own query leaves it. It may be in auto-commit
 * mode or not, and comes back in the mode in which it was lent.
 *
 * <p>So don't lend the connection of a transaction that the program runs, nor one of a data source that joins such a
 * transaction: the store would commit it or roll it back. PostgreSQL's driver can tell, so there a connection with changes that
 * are not committed yet is refused with a {@link dev.lockproof.LockBackendException}. Elsewhere nobody notices.
 */
public interface ConnectionSource {

    /**
     * Lends a connection.
     *
     * @return a connection that nobody else uses
     * @throws SQLException if there is none
     */
    Connection open() throws SQLException;

    /**
     * Takes a connection back. What was done on it is settled by now: if this fails, the store logs it and goes on, also if
     * the exception is unchecked.
     *
     * @param connection one that was lent; closed by now if it was found to be unusable
     * @throws SQLException if that fails
     */
    default void close(Connection connection) throws SQLException {
        connection.close();
    }

    /**
     * Lends the connections of a data source, which should be a pool.
     *
     * @param dataSource the data source
     * @return the source
     */
    static ConnectionSource of(DataSource dataSource) {
        return new DataSourceConnections(dataSource);
    }
}
