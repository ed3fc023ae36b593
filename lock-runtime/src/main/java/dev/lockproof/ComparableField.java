package dev.lockproof;

import dev.lockproof.spi.Column;

/**
 * A property whose values have an order: a number, a character, text, a time or a duration.
 *
 * @param <T> the entity
 * @param <V> the property's type
 */
public sealed interface ComparableField<T, V extends Comparable<? super V>> extends Field<T, V>
        permits TextField, ComparableColumn {

    /**
     * Makes a field that is kept in one column.
     *
     * @param name the property's name
     * @param column the column
     * @param <T> the entity
     * @param <V> the property's type
     * @return the field
     */
    static <T, V extends Comparable<? super V>> ComparableField<T, V> of(String name, Column<V> column) {
        return new ComparableColumn<>(name, column);
    }

    /**
     * Asks for a smaller value.
     *
     * @param value the bound
     * @return the condition
     */
    default Condition<T> lessThan(V value) {
        return Fields.compare(this, Condition.Operator.LESS, value);
    }

    /**
     * Asks for a smaller value or the same.
     *
     * @param value the bound
     * @return the condition
     */
    default Condition<T> lessThanOrEqualTo(V value) {
        return Fields.compare(this, Condition.Operator.LESS_OR_EQUAL, value);
    }

    /**
     * Asks for a larger value.
     *
     * @param value the bound
     * @return the condition
     */
    default Condition<T> greaterThan(V value) {
        return Fields.compare(this, Condition.Operator.GREATER, value);
    }

    /**
     * Asks for a larger value or the same.
     *
     * @param value the bound
     * @return the condition
     */
    default Condition<T> greaterThanOrEqualTo(V value) {
        return Fields.compare(this, Condition.Operator.GREATER_OR_EQUAL, value);
    }

    /**
     * Asks for a value between two, which are included.
     *
     * @param low the lower bound
     * @param high the upper bound; with one below the lower bound, no property meets the condition
     * @return the condition
     */
    default Condition<T> between(V low, V high) {
        return greaterThanOrEqualTo(low).and(lessThanOrEqualTo(high));
    }

    /**
     * Orders by this property, smallest first, null last.
     *
     * @return the order
     */
    default SortOrder<T> ascending() {
        return new SortOrder<>(columns().get(0), false);
    }

    /**
     * Orders by this property, largest first, null last.
     *
     * @return the order
     */
    default SortOrder<T> descending() {
        return new SortOrder<>(columns().get(0), true);
    }
}
