package dev.lockproof.testservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The clock of a PostgreSQL database, which can be moved as a server's clock can, for statements that call
 * {@code clock_timestamp()} without its schema: they get a function of that name that is found before the server's own.
 */
public final class MovableClock {

    private final String url;
    private Duration ahead = Duration.ZERO;

    private MovableClock(String url) {
        this.url = url;
    }

    /**
     * Lays such a clock over a database's own.
     *
     * @param url of the database, to which nobody is connected yet
     */
    public static MovableClock over(String url) {
        MovableClock clock = new MovableClock(url);
        clock.execute("""
                CREATE SCHEMA movable;
                CREATE TABLE movable.clock AS SELECT interval '0' AS ahead;
                CREATE FUNCTION movable.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
                  'SELECT pg_catalog.clock_timestamp() + ahead FROM movable.clock';
                DO $$ BEGIN EXECUTE format(
                  'ALTER DATABASE %I SET search_path = public, movable, pg_catalog', current_database()); END $$""");
        return clock;
    }

    /** Moves it, ahead or, by a negative duration, back. */
    public void move(Duration by) {
        ahead = ahead.plus(by);
        execute("UPDATE movable.clock SET ahead = interval '" + ahead.toMillis() + " milliseconds'");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }
}
