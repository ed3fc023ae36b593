package dev.lockproof.benchmarks.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the ways to do without a library share. */
final class Sql {

    private Sql() {}

    /** Runs statements that are not measured. */
    static void execute(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failed(String.join("; ", statements), e);
        }
    }

    static IllegalStateException failed(String what, SQLException cause) {
        return new IllegalStateException("PostgreSQL refused: " + what, cause);
    }
}
