package dev.lockproof.spi;

import dev.lockproof.Field;
import dev.lockproof.LockKey;
import dev.lockproof.Persistent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one entity, as a store keeps them. Immutable and thread-safe. */
public final class Row {

    private final EntityMapping<?, ?, ?, ?> mapping;
    private final @Nullable Object[] stored;

    private Row(EntityMapping<?, ?, ?, ?> mapping, @Nullable Object[] stored) {
        this.mapping = mapping;
        this.stored = stored;
    }

    /**
     * Makes a row of stored values.
     *
     * @param mapping the entity's mapping
     * @param stored one value of the right storage class, or null, for each column; from now on the row's own, not to be
     *     changed
     * @return the row
     */
    public static Row of(EntityMapping<?, ?, ?, ?> mapping, @Nullable Object[] stored) {
        if (stored.length != mapping.columns().size()) {
            throw new IllegalArgumentException("A row of " + mapping.name() + " has "
                    + mapping.columns().size() + " columns, not " + stored.length);
        }
        return new Row(mapping, stored);
    }

    /**
     * Gives the values with which an entity was read.
     *
     * @param entity the entity, as a repository has returned it
     * @return the row
     * @throws IllegalArgumentException if it is something else
     */
    public static Row of(Persistent<?, ?> entity) {
        if (entity instanceof StoredEntity<?, ?> stored) {
            return stored.row();
        }
        throw new IllegalArgumentException(
                entity.lockKey() + " has no values that were read: give it as a repository has returned it");
    }

    /**
     * Reads a property.
     *
     * @param field one of the entity's fields
     * @param <V> the property's type
     * @return the property's value, or null
     */
    public <V> @Nullable V get(Field<?, V> field) {
        return field.read(stored, mapping.offset(field));
    }

    /**
     * Reads a property that is not null.
     *
     * @param field one of the entity's fields
     * @param <V> the property's type
     * @return the property's value
     * @throws IllegalStateException if it is null all the same
     */
    public <V> V require(Field<?, V> field) {
        V value = get(field);
        if (value == null) {
            throw new IllegalStateException(mapping.name() + "." + field.name() + " is null in the row " + this
                    + ": mark the property @Nullable, or give the row a value");
        }
        return value;
    }

    /**
     * Gives a stored value. An array is not copied and must not be changed.
     *
     * @param column the index of the column in {@link EntityMapping#columns()}
     * @return an instance of the column's storage class, or null
     */
    public @Nullable Object stored(int column) {
        return stored[column];
    }

    boolean isOf(EntityMapping<?, ?, ?, ?> other) {
        return mapping == other;
    }

    /**
     * Compares the values.
     *
     * @param other another object
     * @return whether it is a row of the same entity with the same values
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && mapping == row.mapping && Arrays.deepEquals(stored, row.stored);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(stored);
    }

    /** Names the row, without its values, which may be secrets. */
    @Override
    public String toString() {
        int first = mapping.offset(mapping.id());
        int last = first + mapping.id().columns().size();
        return LockKey.of(mapping.name() + ":" + IdText.of(Arrays.copyOfRange(stored, first, last)))
                .toString();
    }
}
