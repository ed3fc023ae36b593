package dev.lockproof.jdbc;

import dev.lockproof.spi.ColumnType.Storage;
import java.sql.SQLException;

/** H2 in its regular mode. */
final class H2Rules extends SqlRules {

    private static final int CONCURRENT_UPDATE = 90_131;
    private static final int NO_RIGHTS = 90_096;

    @Override
    String returning(String update, String columns) {
        return "select " + columns + " from final table (" + update + ")";
    }

    /** For {@code like}, one character is one code unit; for a regular expression, it is one code point. */
    @Override
    String like(String column, String pattern) {
        return LikePattern.hasAnyCharacter(pattern)
                ? "regexp_like(" + column + ", ?, 'n')"
                : super.like(column, pattern);
    }

    @Override
    String pattern(String pattern) {
        return LikePattern.hasAnyCharacter(pattern) ? LikePattern.regex(pattern) : super.pattern(pattern);
    }

    @Override
    boolean isConflict(SQLException e) {
        return super.isConflict(e) || e.getErrorCode() == CONCURRENT_UPDATE;
    }

    @Override
    boolean isSchemaGap(SQLException e) {
        String state = e.getSQLState();
        return super.isSchemaGap(e) || "42S03".equals(state) || "42S04".equals(state) || "90079".equals(state);
    }

    @Override
    boolean isForbidden(SQLException e) {
        return e.getErrorCode() == NO_RIGHTS;
    }

    /** Text of ids must have an index, and other text may be longer than varchar allows. */
    @Override
    String type(Storage storage, int columnsOfId) {
        return switch (storage) {
            case BOOLEAN -> "boolean";
            case BYTE -> "tinyint";
            case SHORT -> "smallint";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case FLOAT -> "real";
            case DOUBLE -> "double precision";
            case CHARACTER -> "varchar(1)";
            case STRING -> columnsOfId > 0 ? "varchar" : "character large object";
            case UUID -> "uuid";
            case DECIMAL -> "decfloat";
            case BIG_INTEGER -> "numeric";
            case BYTES -> columnsOfId > 0 ? "varbinary" : "binary large object";
            case INSTANT -> "timestamp(6) with time zone";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time(6)";
            case LOCAL_DATE_TIME -> "timestamp(6)";
        };
    }
}
