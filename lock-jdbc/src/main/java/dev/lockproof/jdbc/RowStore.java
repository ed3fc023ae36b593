package dev.lockproof.jdbc;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.Query;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one entity, on one connection. */
final class RowStore<T, ID> {

    private static final int BATCH = 500;

    /** A statement that another one overtook is repeated; who is overtaken that often has another problem. */
    private static final int MOST_TRIES = 20;

    private final EntityMapping<T, ID, ?, ?> mapping;
    private final EntitySql sql;
    private final Dialect dialect;
    private final SqlRules rules;
    private final Connection connection;
    private final Operation operation;

    RowStore(
            EntityMapping<T, ID, ?, ?> mapping,
            EntitySql sql,
            Dialect dialect,
            Connection connection,
            Operation operation) {
        this.mapping = mapping;
        this.sql = sql;
        this.dialect = dialect;
        this.rules = dialect.rules();
        this.connection = connection;
        this.operation = operation;
    }

    /** Tries again where the row was inserted, or deleted and inserted again, between the two looks at it. */
    Claim<Row> claim(ID id, long token) throws SQLException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Row row = sql.claimReturning != null
                    ? claimReturning(sql.claimReturning, id, token)
                    : claimThenRead(id, token);
            if (row != null) {
                return new Claim.Claimed<>(row);
            }
            Long fence = fence(sql.fence, id);
            if (fence == null) {
                return new Claim.Missing<>();
            }
            if (fence >= token) {
                return new Claim.Superseded<>(fence);
            }
        }
        throw new LockBackendException(
                operation.text()
                        + " failed: the row is there, but the update leaves its fence as it was; look for a trigger "
                        + "on the table " + mapping.table()
                        + " that drops or changes updates, and for a row-level security policy that hides the row from them",
                true,
                null);
    }

    boolean insert(Row row) throws SQLException {
        for (int tries = 1; ; tries++) {
            try (PreparedStatement statement = connection.prepareStatement(sql.insertUnlessStored)) {
                parameters(statement).addAll(mapping, row);
                return statement.executeUpdate() > 0;
            } catch (SQLException e) {
                if (!rules.isDuplicate(e) || (sql.skipsStoredIds && !connection.getAutoCommit())) {
                    throw e; // in the latter case, the transaction takes no other statement
                }
                if (isStored(row)) {
                    return false;
                }
                if (sql.skipsStoredIds || tries == MOST_TRIES) {
                    throw e; // it is not the id that must be unique
                }
            }
        }
    }

    /** Inserts all rows, or none and returns one that is stored already. In a transaction. */
    Optional<Row> insertAll(List<Row> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Row> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            Savepoint before = connection.setSavepoint();
            try {
                insertBatch(batch);
            } catch (SQLException e) {
                if (!isDuplicate(e)) {
                    throw e;
                }
                connection.rollback(before);
                for (Row row : batch) {
                    if (isStored(row)) {
                        return Optional.of(row);
                    }
                }
                throw e;
            }
        }
        return Optional.empty();
    }

    WriteResult update(Row row, long token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.update)) {
            parameters(statement)
                    .addSome(sql.written, mapping, row)
                    .addId(mapping, row)
                    .add(token);
            if (statement.executeUpdate() > 0) {
                return WriteResult.WRITTEN;
            }
        }
        return isStored(row) ? WriteResult.FENCED : WriteResult.MISSING;
    }

    WriteResult delete(ID id, long token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.delete)) {
            parameters(statement).addId(mapping, id).add(token);
            if (statement.executeUpdate() > 0) {
                return WriteResult.WRITTEN;
            }
        }
        return fence(sql.fence, id) == null ? WriteResult.MISSING : WriteResult.FENCED;
    }

    WriteResult verify(ID id, long token) throws SQLException {
        Long fence = fence(sql.lockedFence, id);
        if (fence == null) {
            return WriteResult.MISSING;
        }
        return fence == token ? WriteResult.WRITTEN : WriteResult.FENCED;
    }

    boolean deleteById(ID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.deleteById)) {
            parameters(statement).addId(mapping, id);
            return statement.executeUpdate() > 0;
        }
    }

    @Nullable
    Row find(ID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.find)) {
            parameters(statement).addId(mapping, id);
            return only(statement);
        }
    }

    long count(Condition<T> condition) throws SQLException {
        WhereClause where = WhereClause.of(mapping, condition, rules);
        try (PreparedStatement statement = connection.prepareStatement(sql.count + where.sql())) {
            where.bind(parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Starts a query whose rows are read later. */
    Cursor open(Query<T> query, int rowsAtOnce, Runnable onClose) throws SQLException {
        WhereClause where = WhereClause.of(mapping, query, rules);
        PreparedStatement statement = connection.prepareStatement(sql.select + where.sql());
        boolean isOpen = false;
        try {
            statement.setFetchSize(rowsAtOnce);
            where.bind(parameters(statement));
            Cursor cursor = new Cursor(operation, mapping, dialect, statement, statement.executeQuery(), onClose);
            isOpen = true;
            return cursor;
        } finally {
            if (!isOpen) {
                statement.close();
            }
        }
    }

    private @Nullable Row claimReturning(String claim, ID id, long token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            parameters(statement).add(token).addId(mapping, id).add(token);
            return only(statement);
        }
    }

    /**
     * Claims, then reads the row if it is still ours. Needs no transaction: whoever has a row whose fence is his token has
     * read what nobody else can change any more.
     */
    private @Nullable Row claimThenRead(ID id, long token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.claim)) {
            parameters(statement).add(token).addId(mapping, id).add(token);
            if (statement.executeUpdate() == 0) {
                return null;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.findClaimed)) {
            parameters(statement).addId(mapping, id).add(token);
            return only(statement);
        }
    }

    private void insertBatch(List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.insert)) {
            Parameters parameters = parameters(statement);
            for (Row row : rows) {
                parameters.addAll(mapping, row).restart();
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private boolean isDuplicate(SQLException e) {
        SQLException next = e.getNextException();
        return rules.isDuplicate(e) || (e instanceof BatchUpdateException && next != null && rules.isDuplicate(next));
    }

    private boolean isStored(Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.fence)) {
            parameters(statement).addId(mapping, row);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private @Nullable Long fence(String select, ID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            parameters(statement).addId(mapping, id);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return null;
                }
                long fence = result.getLong(1);
                if (result.wasNull()) {
                    throw new LockBackendException(
                            operation.text()
                                    + " failed: the row's fence is null, which no token is larger than; give the "
                                    + "fence column of " + mapping.table()
                                    + " the value 0 where it is null, and make it "
                                    + "\"not null default 0\"",
                            true,
                            null);
                }
                return fence;
            }
        }
    }

    private @Nullable Row only(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? Parameters.row(mapping, result, rules) : null;
        }
    }

    private Parameters parameters(PreparedStatement statement) {
        return new Parameters(statement, rules, operation);
    }
}
