package dev.lockproof.spi;

import dev.lockproof.Field;
import org.jspecify.annotations.Nullable;

/** Takes the properties of one entity. For generated code; not thread-safe. */
public final class RowWriter {

    private final EntityMapping<?, ?, ?, ?> mapping;
    private final @Nullable Object[] stored;

    RowWriter(EntityMapping<?, ?, ?, ?> mapping) {
        this.mapping = mapping;
        this.stored = new @Nullable Object[mapping.columns().size()];
    }

    /**
     * Sets a property.
     *
     * @param field one of the entity's fields
     * @param value the property's value, or null
     * @param <V> the property's type
     * @throws IllegalArgumentException if the value is null but must not be
     */
    public <V> void set(Field<?, V> field, @Nullable V value) {
        int offset = mapping.offset(field);
        field.write(value, stored, offset);
        for (int i = offset; i < offset + field.columns().size(); i++) {
            if (stored[i] == null && !mapping.columns().get(i).isNullable()) {
                throw new IllegalArgumentException(mapping.name() + "." + field.name()
                        + " must not be null: give it a value before the save, or mark the property @Nullable");
            }
        }
    }

    Row finish() {
        for (int i = 0; i < stored.length; i++) {
            if (stored[i] == null && !mapping.columns().get(i).isNullable()) {
                throw new IllegalStateException("The mapping of " + mapping.name() + " does not write the column "
                        + mapping.columns().get(i).name());
            }
        }
        return Row.of(mapping, stored);
    }
}
