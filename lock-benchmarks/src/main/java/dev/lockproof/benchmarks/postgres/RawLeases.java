package dev.lockproof.benchmarks.postgres;

import dev.lockproof.annotations.RunsInline;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The floor of locks with a time to live: two statements, each of which is awaited. Refuses a lock that is not free. */
record RawLeases(DataSource dataSource) implements Locking {

    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS raw_lease (id text PRIMARY KEY, owner text, expires_at timestamptz NOT NULL)";

    private static final String ACQUIRE = """
            INSERT INTO raw_lease AS l VALUES (?, ?, clock_timestamp() + interval '30 seconds')
            ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at
            WHERE l.expires_at <= clock_timestamp()
            """;

    private static final String RELEASE = "UPDATE raw_lease SET expires_at = '-infinity' WHERE id = ? AND owner = ?";

    @Override
    public NamedLock named(String name) {
        return new Entry(dataSource, name);
    }

    private record Entry(DataSource dataSource, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            String owner = UUID.randomUUID().toString();
            change(ACQUIRE, owner);
            try {
                section.run();
            } finally {
                change(RELEASE, owner);
            }
        }

        private void change(String sql, String owner) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                statement.setString(2, owner);
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("The lock " + name + " is not free, or was lost");
                }
            } catch (SQLException e) {
                throw Sql.failed(sql, e);
            }
        }
    }
}
