package dev.lockproof.jdbc;

import dev.lockproof.Query;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gets at the rows of entities: on a connection, and once it is known that their table fits. Thread-safe. */
final class TableAccess {

    /** How many rows a stream has in memory. */
    private static final int ROWS_AT_ONCE = 100;

    private final Database database;
    private final Tables tables;

    TableAccess(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    /** What is done with rows. */
    @FunctionalInterface
    interface Step<T, ID, R extends @Nullable Object> {
        R run(RowStore<T, ID> rows) throws SQLException;
    }

    /** Takes a step in this thread's transaction; outside of one, in one of its own, in which it may be repeated. */
    <T, ID, R extends @Nullable Object> R run(
            Operation operation, EntityMapping<T, ID, ?, ?> mapping, Step<T, ID, R> step) {
        return database.call(operation, (connection, dialect) -> {
            EntitySql sql = tables.prepare(mapping, connection, dialect);
            try {
                return step.run(new RowStore<>(mapping, sql, dialect, connection, operation));
            } catch (SQLException e) {
                throw tables.explained(e, mapping, connection, dialect);
            }
        });
    }

    /** Starts a query, which outside of a transaction keeps its connection until the stream is at its end or closed. */
    <T> Stream<Row> stream(EntityMapping<T, ?, ?, ?> mapping, Query<T> query) {
        Operation operation = Operation.query(mapping);
        Transaction transaction = database.active();
        return transaction == null
                ? RowStream.of(openOnItsOwn(operation, mapping, query), failure -> {})
                : RowStream.of(
                        run(operation, mapping, rows -> rows.open(query, ROWS_AT_ONCE, () -> {})), transaction::fail);
    }

    private <T> Cursor openOnItsOwn(Operation operation, EntityMapping<T, ?, ?, ?> mapping, Query<T> query) {
        boolean isShort = query.maximum().isPresent() && query.maximum().getAsInt() <= ROWS_AT_ONCE;
        return database.callAndKeep(operation, (connection, dialect, giveBack) -> {
            EntitySql sql = tables.prepare(mapping, connection, dialect);
            if (!isShort && dialect.rules().needsTransactionToStream()) {
                connection.setAutoCommit(false);
            }
            return new RowStore<>(mapping, sql, dialect, connection, operation).open(query, ROWS_AT_ONCE, giveBack);
        });
    }
}
