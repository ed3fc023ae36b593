package dev.lockproof;

import dev.lockproof.spi.Column;
import org.jspecify.annotations.Nullable;

/** What the kinds of fields share. */
final class Fields {

    private Fields() {}

    static <V> @Nullable Object toStored(Column<V> column, @Nullable Object value) {
        return value == null ? null : column.type().toStored(Fields.<V>cast(value));
    }

    static <V> @Nullable V fromStored(Column<V> column, @Nullable Object stored) {
        return stored == null ? null : column.type().fromStored(stored);
    }

    static <V> @Nullable Object[] storedOperand(Field<?, V> field, @Nullable V value) {
        @Nullable Object[] stored = new @Nullable Object[field.columns().size()];
        field.write(requireOperand(field, value), stored, 0);
        return stored;
    }

    static <V> V requireOperand(Field<?, ?> field, @Nullable V value) {
        if (value == null) {
            throw new NullPointerException(
                    "Nothing compares with null: ask for " + field.name() + " with isNull() or isNotNull()");
        }
        return value;
    }

    static <T, V extends Comparable<? super V>> Condition<T> compare(
            ComparableField<T, V> field, Condition.Operator operator, V value) {
        return compare(field.columns().get(0), operator, storedOperand(field, value)[0]);
    }

    static <T> Condition<T> compare(Column<?> column, Condition.Operator operator, @Nullable Object stored) {
        return stored == null ? new Condition.IsNull<>(column) : new Condition.Comparison<>(column, operator, stored);
    }

    /** For values whose class the column's type has checked, or that the generated code has made to fit. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <V> V cast(Object value) {
        return (V) value;
    }
}
