package dev.lockproof.jdbc;

import dev.lockproof.LockBackendException;
import dev.lockproof.spi.ColumnType.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL. Points in time are kept in UTC without a zone, since {@code timestamp} ends in 2038; they travel as
 * text, which no driver shifts by a zone.
 */
final class MySqlRules extends SqlRules {

    /** An index takes 3072 bytes, and a character up to four. */
    private static final int LONGEST_INDEXED_TEXT = 768;

    private static final int LONGEST_INDEXED_BYTES = 3072;

    /** The default of {@code max_sort_length}. */
    private static final int SORTED_BYTES = 1024;

    private static final int WHOLE_DIGITS = 35;
    private static final int DECIMALS = 30;
    private static final int DUPLICATE_ENTRY = 1062;
    private static final int DEADLOCK = 1213;
    private static final int CHANGED_SINCE_SNAPSHOT = 1020;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

    private final String collation;

    MySqlRules(String collation) {
        this.collation = collation;
    }

    @Override
    String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** There is no {@code update … returning}. */
    @Override
    @Nullable
    String returning(String update, String columns) {
        return null;
    }

    @Override
    String readNow(String select) {
        return select + " lock in share mode";
    }

    @Override
    String nullsLast(String expression, boolean isDescending) {
        return expression + " is null, " + expression + (isDescending ? " desc" : "");
    }

    @Override
    boolean isSortedByItsBeginning(Object stored) {
        return (stored instanceof String text && text.length() > SORTED_BYTES / 4)
                || (stored instanceof byte[] bytes && bytes.length > SORTED_BYTES);
    }

    @Override
    String page(long limit, long offset) {
        return limit < 0 && offset <= 0
                ? ""
                : " limit " + (limit < 0 ? Long.MAX_VALUE : limit) + (offset <= 0 ? "" : " offset " + offset);
    }

    @Override
    void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("select @@sql_mode")) {
            mode.next();
            if (!mode.getString(1).contains("STRICT_")) {
                throw new LockBackendException(
                        "The database is not in strict mode, so it would cut values that are too long without a word: add "
                                + "STRICT_TRANS_TABLES to its sql_mode, or to the sessionVariables of the connection's URL",
                        true,
                        null);
            }
        }
    }

    @Override
    boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == DUPLICATE_ENTRY;
    }

    @Override
    boolean isConflict(SQLException e) {
        return e.getErrorCode() == DEADLOCK || e.getErrorCode() == CHANGED_SINCE_SNAPSHOT || super.isConflict(e);
    }

    @Override
    boolean isForbidden(SQLException e) {
        return e.getErrorCode() == 1142 || e.getErrorCode() == 1143 || e.getErrorCode() == 1044;
    }

    @Override
    void bind(PreparedStatement statement, int index, Storage storage, @Nullable Object stored) throws SQLException {
        if (stored == null) {
            statement.setNull(index, Types.NULL);
            return;
        }
        switch (storage) {
            // float columns are compared as double precision, in which 0.1f is another number than 0.1
            case FLOAT -> statement.setDouble(index, finite((Float) stored));
            case DOUBLE -> statement.setDouble(index, finite((Double) stored));
            case DECIMAL -> statement.setBigDecimal(index, fitting((BigDecimal) stored));
            case BIG_INTEGER -> statement.setBigDecimal(index, fitting(new BigDecimal((BigInteger) stored)));
            case UUID -> statement.setString(index, stored.toString());
            case INSTANT -> statement.setString(index, text(LocalDateTime.ofInstant((Instant) stored, ZoneOffset.UTC)));
            case LOCAL_DATE_TIME -> statement.setString(index, text((LocalDateTime) stored));
            case LOCAL_DATE -> statement.setString(index, text((LocalDate) stored));
            case LOCAL_TIME -> statement.setString(index, TIME.format((LocalTime) stored));
            default -> super.bind(statement, index, storage, stored);
        }
    }

    @Override
    @Nullable
    Object read(ResultSet row, int index, Storage storage) throws SQLException {
        switch (storage) {
            case FLOAT, UUID, INSTANT, LOCAL_DATE_TIME, LOCAL_DATE, LOCAL_TIME -> {
                String text = row.getString(index);
                return text == null ? null : parse(text, storage);
            }
            case DECIMAL -> {
                return shortened(row.getBigDecimal(index));
            }
            default -> {
                return super.read(row, index, storage);
            }
        }
    }

    @Override
    String type(Storage storage, int columnsOfId) {
        return switch (storage) {
            case BOOLEAN -> "boolean";
            case BYTE -> "tinyint";
            case SHORT -> "smallint";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case FLOAT, DOUBLE -> "double";
            case CHARACTER -> text("varchar(1)", "utf8mb4", collation);
            case STRING ->
                text(
                        columnsOfId > 0 ? "varchar(" + LONGEST_INDEXED_TEXT / columnsOfId + ")" : "longtext",
                        "utf8mb4",
                        collation);
            case UUID -> text("char(36)", "ascii", "ascii_bin");
            case DECIMAL -> "decimal(" + (WHOLE_DIGITS + DECIMALS) + ", " + DECIMALS + ")";
            case BIG_INTEGER -> "decimal(" + (WHOLE_DIGITS + DECIMALS) + ", 0)";
            case BYTES -> columnsOfId > 0 ? "varbinary(" + LONGEST_INDEXED_BYTES / columnsOfId + ")" : "longblob";
            case INSTANT, LOCAL_DATE_TIME -> "datetime(6)";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time(6)";
        };
    }

    private static String text(String type, String characters, String collation) {
        return type + " character set " + characters + " collate " + collation;
    }

    private static Object parse(String text, Storage storage) {
        return switch (storage) {
            case FLOAT -> Float.valueOf((float) Double.parseDouble(text));
            case UUID -> UUID.fromString(text);
            case INSTANT -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            case LOCAL_DATE_TIME -> LocalDateTime.parse(text.replace(' ', 'T'));
            case LOCAL_DATE -> LocalDate.parse(text);
            default -> LocalTime.parse(text);
        };
    }

    private static double finite(double number) {
        if (!Double.isFinite(number) || (number != 0 && Math.abs(number) < Double.MIN_NORMAL)) {
            throw unstorable("a number that is infinite, too small, or not a number");
        }
        return number;
    }

    /** Further decimals would be cut without a word. */
    private static BigDecimal fitting(BigDecimal number) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (shortest.scale() > DECIMALS || shortest.precision() - shortest.scale() > WHOLE_DIGITS + DECIMALS) {
            throw unstorable("a decimal number with more than " + DECIMALS + " decimals or " + WHOLE_DIGITS
                    + " digits in front of them");
        }
        return shortest;
    }

    /** Takes the zeros away that a column with all possible decimals has added. */
    private static @Nullable BigDecimal shortened(@Nullable BigDecimal number) {
        if (number == null || number.scale() != DECIMALS) {
            return number;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static String text(LocalDateTime time) {
        refuseYear(time.getYear());
        return DATE_TIME.format(time);
    }

    private static String text(LocalDate date) {
        refuseYear(date.getYear());
        return date.toString();
    }

    private static void refuseYear(int year) {
        if (year < 1 || year > 9999) {
            throw unstorable("a date before the year 1 or after 9999");
        }
    }
}
