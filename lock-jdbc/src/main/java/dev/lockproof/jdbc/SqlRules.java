package dev.lockproof.jdbc;

import dev.lockproof.spi.ColumnType.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the databases do in different ways. The defaults are those of PostgreSQL and H2. Stateless. */
abstract class SqlRules {

    /** Quotes a name, whatever is in it. */
    String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Makes of an update one that also returns columns of the row; null if this is not possible. */
    abstract @Nullable String returning(String update, String columns);

    /**
     * Makes an update that raises the fence to the token of another relation, and returns that it did and the columns of the
     * row, without waiting for anybody; null if this is not possible.
     */
    @Nullable
    String joinedClaim(String table, List<String> idColumns, String fenceColumn, List<String> columns) {
        return null;
    }

    /** Makes of an insert one that does nothing, and fails not, if the id is stored; itself if this is not possible. */
    String unlessStored(String insert, String idColumns) {
        return insert;
    }

    /** Reads the fence of a row as it is now, also where the transaction has a snapshot. */
    String readNow(String select) {
        return select;
    }

    /** Reads the fence of a row and keeps others from changing it. */
    String lockRow(String select) {
        return select + " for update";
    }

    /** Orders by an expression, null last. */
    String nullsLast(String expression, boolean isDescending) {
        return expression + (isDescending ? " desc" : "") + " nulls last";
    }

    /** Tells whether {@code order by} looks at the beginning of a value only. */
    boolean isSortedByItsBeginning(Object stored) {
        return false;
    }

    /** Tells whether {@code (a, b) > (?, ?)} finds its rows in an index. */
    boolean findsRowValues() {
        return false;
    }

    /** Matches a column with a pattern, which is to be bound as {@link #pattern} makes it. */
    String like(String column, String pattern) {
        return column + " like ? escape '" + LikePattern.ESCAPE + "'";
    }

    /** Translates a pattern in which a backslash takes the next character literally. */
    String pattern(String pattern) {
        return LikePattern.sql(pattern);
    }

    /** Cuts a page; either number may be missing, if negative. */
    String page(long limit, long offset) {
        return (limit < 0 ? "" : " limit " + limit) + (offset <= 0 ? "" : " offset " + offset);
    }

    /** Names the type of a column. */
    abstract String type(Storage storage, int columnsOfId);

    /** Refuses a database whose settings would lose data. */
    void check(Connection connection) throws SQLException {}

    /** Tells whether a transaction is open that has changed something; false if that can't be told. */
    boolean hasOpenChanges(Connection connection) throws SQLException {
        return false;
    }

    /** Tells whether rows come one by one only outside auto-commit mode. */
    boolean needsTransactionToStream() {
        return false;
    }

    /** Tells whether a statement failed because the id is stored already, or something else that must be unique is. */
    boolean isDuplicate(SQLException e) {
        return "23505".equals(e.getSQLState());
    }

    /** Tells whether a statement met another transaction, and may succeed if everything is repeated. */
    boolean isConflict(SQLException e) {
        String state = e.getSQLState();
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** Tells whether a table or column is not there. */
    boolean isSchemaGap(SQLException e) {
        String state = e.getSQLState();
        return "42P01".equals(state)
                || "42703".equals(state)
                || "3F000".equals(state)
                || "42S02".equals(state)
                || "42S22".equals(state);
    }

    /** Tells whether the statement was not carried out for want of a right. */
    boolean isForbidden(SQLException e) {
        return "42501".equals(e.getSQLState());
    }

    void bind(PreparedStatement statement, int index, Storage storage, @Nullable Object stored) throws SQLException {
        if (stored == null) {
            statement.setNull(index, Types.NULL);
            return;
        }
        switch (storage) {
            case BOOLEAN -> statement.setBoolean(index, (Boolean) stored);
            case BYTE -> statement.setByte(index, (Byte) stored);
            case SHORT -> statement.setShort(index, (Short) stored);
            case INTEGER -> statement.setInt(index, (Integer) stored);
            case LONG -> statement.setLong(index, (Long) stored);
            case FLOAT -> statement.setFloat(index, (Float) stored);
            case DOUBLE -> statement.setDouble(index, (Double) stored);
            case CHARACTER -> bindText(statement, index, stored.toString());
            case STRING -> bindText(statement, index, (String) stored);
            case DECIMAL -> statement.setBigDecimal(index, (BigDecimal) stored);
            case BIG_INTEGER -> statement.setBigDecimal(index, new BigDecimal((BigInteger) stored));
            case BYTES -> statement.setBytes(index, (byte[]) stored);
            case INSTANT -> statement.setObject(index, ((Instant) stored).atOffset(ZoneOffset.UTC));
            case UUID, LOCAL_DATE, LOCAL_TIME, LOCAL_DATE_TIME -> statement.setObject(index, stored);
        }
    }

    void bindText(PreparedStatement statement, int index, String text) throws SQLException {
        statement.setString(index, wellFormed(text));
    }

    @Nullable
    Object read(ResultSet row, int index, Storage storage) throws SQLException {
        Object value = switch (storage) {
            case BOOLEAN -> row.getBoolean(index);
            case BYTE -> row.getByte(index);
            case SHORT -> row.getShort(index);
            case INTEGER -> row.getInt(index);
            case LONG -> row.getLong(index);
            case FLOAT -> row.getFloat(index);
            case DOUBLE -> row.getDouble(index);
            case CHARACTER -> character(row.getString(index));
            case STRING -> row.getString(index);
            case UUID -> row.getObject(index, UUID.class);
            case DECIMAL -> row.getBigDecimal(index);
            case BIG_INTEGER -> integer(row.getBigDecimal(index));
            case BYTES -> row.getBytes(index);
            case INSTANT -> instant(row.getObject(index, OffsetDateTime.class));
            case LOCAL_DATE -> row.getObject(index, LocalDate.class);
            case LOCAL_TIME -> row.getObject(index, LocalTime.class);
            case LOCAL_DATE_TIME -> row.getObject(index, LocalDateTime.class);
        };
        return row.wasNull() ? null : value;
    }

    static @Nullable Character character(@Nullable String text) {
        if (text != null && text.length() != 1) {
            throw new IllegalArgumentException("A column of type char holds " + text.length() + " characters, not one");
        }
        return text == null ? null : text.charAt(0);
    }

    static @Nullable BigInteger integer(@Nullable BigDecimal number) {
        return number == null ? null : number.toBigIntegerExact();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Refuses what would be stored as something else. */
    static IllegalArgumentException unstorable(String what) {
        return new IllegalArgumentException("the database can't keep " + what);
    }

    /** Refuses halves of surrogate pairs, which drivers replace by question marks. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    throw unstorable("text with half of a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }
}
