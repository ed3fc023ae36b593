package dev.lockproof.spi;

import java.util.Objects;

/**
 * A column of an entity's table.
 *
 * @param name the column's name, unquoted
 * @param type which values it takes
 * @param isNullable whether it takes null
 * @param <V> the values, in the property's type
 */
public record Column<V>(String name, ColumnType<V> type, boolean isNullable) {

    /**
     * Checks the name.
     *
     * @param name the column's name, unquoted
     * @param type which values it takes
     * @param isNullable whether it takes null
     */
    public Column {
        Objects.requireNonNull(type, "type");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A column needs a name");
        }
    }

    /**
     * Makes a column that is never null.
     *
     * @param name the column's name, unquoted
     * @param type which values it takes
     * @param <V> the values
     * @return the column
     */
    public static <V> Column<V> required(String name, ColumnType<V> type) {
        return new Column<>(name, type, false);
    }

    /**
     * Makes a column that may be null.
     *
     * @param name the column's name, unquoted
     * @param type which values it takes
     * @param <V> the values
     * @return the column
     */
    public static <V> Column<V> nullable(String name, ColumnType<V> type) {
        return new Column<>(name, type, true);
    }
}
