package dev.lockproof.jdbc;

import dev.lockproof.spi.ColumnType.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgresRules extends SqlRules {

    private static final int FIRST_YEAR = -4712;
    private static final int LAST_YEAR = 294_276;

    @Override
    String returning(String update, String columns) {
        return update + " returning " + columns;
    }

    /**
     * The row is locked first, which can be left off where somebody else has it: the update would hold the lease's row while it
     * waited. Both find the newest version of the row, also where that is newer than the statement.
     */
    @Override
    String joinedClaim(String table, List<String> idColumns, String fenceColumn, List<String> columns) {
        return "update " + table + " as e set " + fenceColumn + " = r.token from (select g.token from "
                + SqlClaim.GRANTED
                + " as g, " + table + " as e where " + whereId(idColumns)
                + " for no key update of e skip locked) as r where "
                + whereId(idColumns) + " and e." + fenceColumn + " < r.token returning true, "
                + columns.stream().map(column -> "e." + column).collect(Collectors.joining(", "));
    }

    private static String whereId(List<String> idColumns) {
        return idColumns.stream().map(column -> "e." + column + " = ?").collect(Collectors.joining(" and "));
    }

    /** A failed insert would end the transaction. */
    @Override
    String unlessStored(String insert, String idColumns) {
        return insert + " on conflict (" + idColumns + ") do nothing";
    }

    /** Rows that refer to this one by a foreign key may be inserted meanwhile. */
    @Override
    String lockRow(String select) {
        return select + " for no key update";
    }

    @Override
    boolean findsRowValues() {
        return true;
    }

    @Override
    boolean hasOpenChanges(Connection connection) throws SQLException {
        try {
            return PostgresTransaction.hasChanges(connection);
        } catch (LinkageError e) {
            return false; // the driver is another one, and does not say
        }
    }

    @Override
    boolean needsTransactionToStream() {
        return true;
    }

    @Override
    void bind(PreparedStatement statement, int index, Storage storage, @Nullable Object stored) throws SQLException {
        if (stored instanceof Instant time) {
            refuseYear(time.atOffset(ZoneOffset.UTC).getYear());
        } else if (stored instanceof LocalDateTime time) {
            refuseYear(time.getYear());
        }
        super.bind(statement, index, storage, stored);
    }

    @Override
    void bindText(PreparedStatement statement, int index, String text) throws SQLException {
        if (text.indexOf('\0') >= 0) {
            throw unstorable("text with a NUL character");
        }
        super.bindText(statement, index, text);
    }

    /** The driver takes what is far out of range for infinity. */
    private static void refuseYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw unstorable("a point in time before the year 4713 BC or after 294276");
        }
    }

    @Override
    String type(Storage storage, int columnsOfId) {
        return switch (storage) {
            case BOOLEAN -> "boolean";
            case BYTE, SHORT -> "smallint";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case FLOAT -> "real";
            case DOUBLE -> "double precision";
            case CHARACTER -> "varchar(1)";
            case STRING -> "text";
            case UUID -> "uuid";
            case DECIMAL, BIG_INTEGER -> "numeric";
            case BYTES -> "bytea";
            case INSTANT -> "timestamp with time zone";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time";
            case LOCAL_DATE_TIME -> "timestamp";
        };
    }
}
