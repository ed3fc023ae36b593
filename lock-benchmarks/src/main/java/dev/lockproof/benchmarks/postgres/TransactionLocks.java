package dev.lockproof.benchmarks.postgres;

import dev.lockproof.annotations.RunsInline;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.NamedLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Locks that are held by a transaction: the server lets waiters wait, and they end with the connection. A section that takes
 * long keeps its connection, and nothing of all this lasts longer than the process.
 */
final class TransactionLocks implements Locking {

    static final String TABLE = "CREATE TABLE IF NOT EXISTS raw_row (id text PRIMARY KEY, balance bigint NOT NULL)";

    private final DataSource dataSource;
    private final String lock;
    private final String write;

    private TransactionLocks(DataSource dataSource, String lock, String write) {
        this.dataSource = dataSource;
        this.lock = lock;
        this.write = write;
    }

    /** Locks a number that stands for the name. */
    static TransactionLocks advisory(DataSource dataSource) {
        return new TransactionLocks(dataSource, "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "");
    }

    /** Locks a row, and so reads it. */
    static TransactionLocks forUpdate(DataSource dataSource) {
        return new TransactionLocks(dataSource, "SELECT balance FROM raw_row WHERE id = ? FOR UPDATE", "");
    }

    /** Locks a row, and so reads it, and writes it in the end. */
    static TransactionLocks readAndWrite(DataSource dataSource) {
        return new TransactionLocks(
                dataSource,
                "SELECT balance FROM raw_row WHERE id = ? FOR UPDATE",
                "UPDATE raw_row SET balance = balance + 1 WHERE id = ?");
    }

    @Override
    public NamedLock named(String name) {
        Sql.execute(dataSource, "INSERT INTO raw_row VALUES ('" + name + "', 0) ON CONFLICT DO NOTHING");
        return new Entry(this, name);
    }

    private record Entry(TransactionLocks all, String name) implements NamedLock {

        @Override
        public void hold(@RunsInline Runnable section) {
            try (Connection connection = all.dataSource.getConnection()) {
                connection.setAutoCommit(false);
                run(connection, all.lock);
                section.run();
                if (!all.write.isEmpty()) {
                    run(connection, all.write);
                }
                connection.commit();
            } catch (SQLException e) {
                throw Sql.failed(all.lock, e);
            }
        }

        private void run(Connection connection, String sql) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                statement.execute();
            }
        }
    }
}
