package dev.lockproof;

import dev.lockproof.spi.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of text, in one column. */
record TextColumn<T>(String name, Column<String> column) implements TextField<T> {

    TextColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public List<Column<?>> columns() {
        return List.of(column);
    }

    @Override
    public void write(@Nullable String value, @Nullable Object[] stored, int offset) {
        stored[offset] = Fields.toStored(column, value);
    }

    @Override
    public @Nullable String read(@Nullable Object[] stored, int offset) {
        return Fields.fromStored(column, stored[offset]);
    }

    @Override
    public String toString() {
        return name;
    }
}
