package dev.lockproof;

import dev.lockproof.spi.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of an entity, to be used in conditions.
 *
 * <p>The fields of an entity are generated: {@code AccountFields.BALANCE.lessThan(100L)}. Conditions follow SQL: a null
 * property meets none of them but {@link #isNull()}, nor the negation of one. Fields are immutable and thread-safe.
 *
 * @param <T> the entity
 * @param <V> the property's type
 */
public sealed interface Field<T, V> permits ComparableField, FieldOfColumns {

    /**
     * Makes a field that is kept in one column.
     *
     * @param name the property's name
     * @param column the column
     * @param <T> the entity
     * @param <V> the property's type
     * @return the field
     */
    static <T, V> Field<T, V> of(String name, Column<V> column) {
        return new FieldOfColumns<>(
                name,
                List.of(column),
                value -> new Object[] {value},
                values -> Fields.cast(Objects.requireNonNull(values[0])));
    }

    /**
     * Makes a field that is kept in several columns, such as a composite id.
     *
     * @param name the property's name
     * @param columns the columns
     * @param split turns a value into one for each column
     * @param join turns the columns' values into a value
     * @param <T> the entity
     * @param <V> the property's type
     * @return the field
     */
    static <T, V> Field<T, V> composite(
            String name,
            List<Column<?>> columns,
            Function<V, @Nullable Object[]> split,
            Function<@Nullable Object[], V> join) {
        return new FieldOfColumns<>(name, List.copyOf(columns), split, join);
    }

    /**
     * Gives the property's name.
     *
     * @return the name
     */
    String name();

    /**
     * Gives the columns in which the property is kept.
     *
     * @return one column; several for a composite id
     */
    List<Column<?>> columns();

    /**
     * Writes a value into a row, in stored form. For the library and for stores.
     *
     * @param value the property's value, or null
     * @param stored the row's stored values
     * @param offset the index of the first of this field's columns
     */
    void write(@Nullable V value, @Nullable Object[] stored, int offset);

    /**
     * Reads a value from a row. For the library and for stores.
     *
     * @param stored the row's stored values
     * @param offset the index of the first of this field's columns
     * @return the property's value; null if all of its columns are
     */
    @Nullable
    V read(@Nullable Object[] stored, int offset);

    /**
     * Asks for the property to have a value.
     *
     * @param value the value; not null, for which there is {@link #isNull()}
     * @return the condition
     */
    default Condition<T> equalTo(V value) {
        @Nullable Object[] stored = Fields.storedOperand(this, value);
        List<Condition<T>> parts = new ArrayList<>(stored.length);
        for (int i = 0; i < stored.length; i++) {
            parts.add(Fields.compare(columns().get(i), Condition.Operator.EQUAL, stored[i]));
        }
        return Condition.allOf(parts);
    }

    /**
     * Asks for the property to have another value. A null property does not meet this.
     *
     * @param value the value; not null, for which there is {@link #isNotNull()}
     * @return the condition
     */
    default Condition<T> notEqualTo(V value) {
        return equalTo(value).not();
    }

    /**
     * Asks for the property to have one of some values.
     *
     * @param values the values; none is null. No property meets an empty collection
     * @return the condition
     */
    default Condition<T> in(Collection<? extends V> values) {
        if (columns().size() > 1) {
            return Condition.anyOf(values.stream().map(this::equalTo).toList());
        }
        List<Object> stored = new ArrayList<>(values.size());
        for (V value : values) {
            stored.add(Fields.requireOperand(this, Fields.storedOperand(this, value)[0]));
        }
        return new Condition.In<>(columns().get(0), stored);
    }

    /**
     * Asks for the property to be null.
     *
     * @return the condition
     */
    default Condition<T> isNull() {
        return Condition.allOf(columns().stream()
                .<Condition<T>>map(column -> new Condition.IsNull<T>(column))
                .toList());
    }

    /**
     * Asks for the property not to be null.
     *
     * @return the condition
     */
    default Condition<T> isNotNull() {
        return isNull().not();
    }
}
