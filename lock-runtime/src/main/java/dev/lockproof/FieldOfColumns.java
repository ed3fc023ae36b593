package dev.lockproof;

import dev.lockproof.spi.Column;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field without an order, in one column or several. Split and join are told of values in the columns' Java types. */
final class FieldOfColumns<T, V> implements Field<T, V> {

    private final String name;
    private final List<Column<?>> columns;
    private final Function<V, @Nullable Object[]> split;
    private final Function<@Nullable Object[], V> join;

    FieldOfColumns(
            String name,
            List<Column<?>> columns,
            Function<V, @Nullable Object[]> split,
            Function<@Nullable Object[], V> join) {
        this.name = Objects.requireNonNull(name, "name");
        this.columns = columns;
        this.split = split;
        this.join = join;
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Field " + name + " needs a column");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public void write(@Nullable V value, @Nullable Object[] stored, int offset) {
        @Nullable Object[] parts = value == null ? new @Nullable Object[columns.size()] : split.apply(value);
        for (int i = 0; i < columns.size(); i++) {
            stored[offset + i] = Fields.toStored(columns.get(i), parts[i]);
        }
    }

    @Override
    public @Nullable V read(@Nullable Object[] stored, int offset) {
        @Nullable Object[] parts = new @Nullable Object[columns.size()];
        boolean isNull = true;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Fields.fromStored(columns.get(i), stored[offset + i]);
            isNull &= parts[i] == null;
        }
        return isNull ? null : join.apply(parts);
    }

    @Override
    public String toString() {
        return name;
    }
}
