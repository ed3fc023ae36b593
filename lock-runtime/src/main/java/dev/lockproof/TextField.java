package dev.lockproof;

import dev.lockproof.spi.Column;

/**
 * A property of text. Upper and lower case differ. The order is that of the store: of the code units in memory, of the
 * column's collation in a database.
 *
 * @param <T> the entity
 */
public sealed interface TextField<T> extends ComparableField<T, String> permits TextColumn {

    /**
     * Makes a field that is kept in one column.
     *
     * @param name the property's name
     * @param column the column
     * @param <T> the entity
     * @return the field
     */
    static <T> TextField<T> of(String name, Column<String> column) {
        return new TextColumn<>(name, column);
    }

    /**
     * Asks for text that a pattern matches as a whole.
     *
     * @param pattern {@code %} stands for any text, also none, and {@code _} for one character; a backslash in front of
     *     one of the two, or of a backslash, takes it literally
     * @return the condition
     * @throws IllegalArgumentException if a backslash stands in front of anything else
     */
    default Condition<T> like(String pattern) {
        return new Condition.Like<>(columns().get(0), Fields.requireOperand(this, pattern));
    }

    /**
     * Asks for text that begins with some text.
     *
     * @param prefix the beginning, taken literally
     * @return the condition
     */
    default Condition<T> startsWith(String prefix) {
        return like(Condition.Like.literally(Fields.requireOperand(this, prefix)) + "%");
    }
}
