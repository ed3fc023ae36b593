package dev.lockproof;

import dev.lockproof.spi.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field with an order, in one column. */
sealed class ComparableColumn<T, V extends Comparable<? super V>> implements ComparableField<T, V> permits TextColumn {

    private final String name;
    private final Column<V> column;
    private final List<Column<?>> columns;

    ComparableColumn(String name, Column<V> column) {
        this.name = Objects.requireNonNull(name, "name");
        this.column = column;
        this.columns = List.of(column);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Column<?>> columns() {
        return columns;
    }

    @Override
    public final void write(@Nullable V value, @Nullable Object[] stored, int offset) {
        stored[offset] = Fields.toStored(column, value);
    }

    @Override
    public final @Nullable V read(@Nullable Object[] stored, int offset) {
        return Fields.fromStored(column, stored[offset]);
    }

    @Override
    public final String toString() {
        return name;
    }
}
