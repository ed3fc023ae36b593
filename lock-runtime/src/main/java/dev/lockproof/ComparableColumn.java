package dev.lockproof;

import dev.lockproof.spi.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field with an order, in one column. */
record ComparableColumn<T, V extends Comparable<? super V>>(String name, Column<V> column)
        implements ComparableField<T, V> {

    ComparableColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public List<Column<?>> columns() {
        return List.of(column);
    }

    @Override
    public void write(@Nullable V value, @Nullable Object[] stored, int offset) {
        stored[offset] = Fields.toStored(column, value);
    }

    @Override
    public @Nullable V read(@Nullable Object[] stored, int offset) {
        return Fields.fromStored(column, stored[offset]);
    }

    @Override
    public String toString() {
        return name;
    }
}
