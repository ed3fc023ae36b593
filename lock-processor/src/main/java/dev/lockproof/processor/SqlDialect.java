package dev.lockproof.processor;

import java.util.Locale;

/** The databases for which tables are described, as {@code JdbcStore} creates them. */
enum SqlDialect {
    POSTGRESQL,
    H2,
    MARIADB,
    MYSQL;

    /** An index of MariaDB and MySQL takes 3072 bytes, and a character up to four. */
    private static final int LONGEST_INDEXED_TEXT = 768;

    private static final int LONGEST_INDEXED_BYTES = 3072;

    /** The name in names of files. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String quote(String name) {
        char quote = isMySql() ? '`' : '"';
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    /**
     * Names the type of a column.
     *
     * @param columnsOfId how many columns the id has that this is one of; zero if it is not
     */
    String type(SimpleType type, int columnsOfId) {
        return switch (this) {
            case POSTGRESQL -> postgresql(type);
            case H2 -> h2(type, columnsOfId > 0);
            case MARIADB -> mySql(type, columnsOfId, "utf8mb4_nopad_bin");
            case MYSQL -> mySql(type, columnsOfId, "utf8mb4_0900_bin");
        };
    }

    private boolean isMySql() {
        return this == MARIADB || this == MYSQL;
    }

    private static String postgresql(SimpleType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case BYTE, SHORT -> "smallint";
            case INTEGER -> "integer";
            case LONG, DURATION -> "bigint";
            case FLOAT -> "real";
            case DOUBLE -> "double precision";
            case CHARACTER -> "varchar(1)";
            case STRING -> "text";
            case UUID -> "uuid";
            case DECIMAL, BIG_INTEGER -> "numeric";
            case BYTES -> "bytea";
            case INSTANT, OFFSET_DATE_TIME -> "timestamp with time zone";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time";
            case LOCAL_DATE_TIME -> "timestamp";
        };
    }

    private static String h2(SimpleType type, boolean isId) {
        return switch (type) {
            case BYTE -> "tinyint";
            case STRING -> isId ? "varchar" : "character large object";
            case DECIMAL -> "decfloat";
            case BYTES -> isId ? "varbinary" : "binary large object";
            case INSTANT, OFFSET_DATE_TIME -> "timestamp(6) with time zone";
            case LOCAL_TIME -> "time(6)";
            case LOCAL_DATE_TIME -> "timestamp(6)";
            default -> postgresql(type);
        };
    }

    private static String mySql(SimpleType type, int columnsOfId, String collation) {
        return switch (type) {
            case BYTE -> "tinyint";
            case FLOAT, DOUBLE -> "double";
            case CHARACTER -> text("varchar(1)", "utf8mb4", collation);
            case STRING ->
                text(
                        columnsOfId > 0 ? "varchar(" + LONGEST_INDEXED_TEXT / columnsOfId + ")" : "longtext",
                        "utf8mb4",
                        collation);
            case UUID -> text("char(36)", "ascii", "ascii_bin");
            case DECIMAL -> "decimal(65, 30)";
            case BIG_INTEGER -> "decimal(65, 0)";
            case BYTES -> columnsOfId > 0 ? "varbinary(" + LONGEST_INDEXED_BYTES / columnsOfId + ")" : "longblob";
            case INSTANT, OFFSET_DATE_TIME, LOCAL_DATE_TIME -> "datetime(6)";
            case LOCAL_TIME -> "time(6)";
            default -> postgresql(type);
        };
    }

    private static String text(String type, String characters, String collation) {
        return type + " character set " + characters + " collate " + collation;
    }
}
