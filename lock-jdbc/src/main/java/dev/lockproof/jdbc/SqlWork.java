package dev.lockproof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Does something on a connection.
 *
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface SqlWork<R extends @Nullable Object> {

    /**
     * Does it.
     *
     * @param connection a connection that is valid for the time of this call; not to be closed
     * @return the result
     * @throws SQLException if the database refuses it
     */
    R run(Connection connection) throws SQLException;
}
