package dev.lockproof.benchmarks.postgres;

import dev.lockproof.benchmarks.network.Counter;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The statements that a database has run, {@code BEGIN} and {@code COMMIT} among them, as the server counts itself.
 *
 * <p>It misses a {@code COMMIT} that was prepared, as the driver does, after its first execution, but no {@code BEGIN}. So
 * every transaction is taken to end in one statement.
 */
final class StatementCount implements Counter, AutoCloseable {

    private static final String CALLS = """
            SELECT coalesce(sum(calls) FILTER (WHERE query NOT IN ('COMMIT', 'ROLLBACK')), 0)
              + coalesce(sum(calls) FILTER (WHERE query LIKE 'BEGIN%'), 0)
            FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE datname = ?""";

    private final Connection elsewhere;
    private final String database;

    private StatementCount(Connection elsewhere, String database) {
        this.elsewhere = elsewhere;
        this.database = database;
    }

    /** Counts from another database, so that its own statements are not among them. */
    static StatementCount of(PostgresServer server, String url) {
        server.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        try (Connection counted = DriverManager.getConnection(url)) {
            return new StatementCount(DriverManager.getConnection(server.adminUrl()), counted.getCatalog());
        } catch (SQLException e) {
            throw Sql.failed("connecting", e);
        }
    }

    @Override
    public String unit() {
        return "statements";
    }

    @Override
    public long read() {
        try (PreparedStatement statement = elsewhere.prepareStatement(CALLS)) {
            statement.setString(1, database);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw Sql.failed(CALLS, e);
        }
    }

    @Override
    public void close() {
        try {
            elsewhere.close();
        } catch (SQLException e) {
            throw Sql.failed("closing", e);
        }
    }
}
