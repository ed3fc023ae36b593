package dev.lockproof.spi;

import dev.lockproof.Field;
import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.Persistent;
import dev.lockproof.Query;
import dev.lockproof.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ties an entity to its table: names, columns, and how to turn an entity into a row and back.
 *
 * <p>Generated classes such as {@code AccountMapping} extend it, with one instance each. Instances are immutable and
 * thread-safe.
 *
 * @param <T> the entity
 * @param <ID> the type of its id
 * @param <P> its read-only view
 * @param <L> the proof that its lock is held
 */
public abstract class EntityMapping<T, ID, P extends Persistent<T, L>, L extends LockProof<T>> {

    private final String name;
    private final String table;
    private final Field<T, ID> id;
    private final List<Field<T, ?>> fields;
    private final List<Column<?>> columns;
    private final int[] offsets;

    /**
     * Describes an entity.
     *
     * @param name the entity's name, the first part of its lock keys; without a colon
     * @param table the table's name, unquoted
     * @param id the id, one of the fields
     * @param fields the properties
     */
    protected EntityMapping(String name, String table, Field<T, ID> id, List<Field<T, ?>> fields) {
        if (name.isEmpty() || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("An entity's name is not empty and has no colon: \"" + name + "\"");
        }
        if (!fields.contains(id)) {
            throw new IllegalArgumentException("The id of " + name + " must be one of its fields");
        }
        this.name = name;
        this.table = table;
        this.id = id;
        this.fields = List.copyOf(fields);
        this.offsets = new int[fields.size()];
        List<Column<?>> all = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = all.size();
            all.addAll(fields.get(i).columns());
        }
        this.columns = List.copyOf(all);
    }

    /**
     * Gives the entity's name.
     *
     * @return the name, the first part of the entity's lock keys
     */
    public final String name() {
        return name;
    }

    /**
     * Gives the table's name.
     *
     * @return the name, unquoted
     */
    public final String table() {
        return table;
    }

    /**
     * Gives the id.
     *
     * @return one of the fields
     */
    public final Field<T, ID> id() {
        return id;
    }

    /**
     * Gives the properties.
     *
     * @return the fields, the id among them
     */
    public final List<Field<T, ?>> fields() {
        return fields;
    }

    /**
     * Gives the columns of all fields, in the order of the values in a {@link Row}.
     *
     * @return the columns
     */
    public final List<Column<?>> columns() {
        return columns;
    }

    /**
     * Finds the columns of a field.
     *
     * @param field one of this entity's fields
     * @return the index of the first of its columns
     * @throws IllegalArgumentException if it is the field of another entity
     */
    public final int offset(Field<?, ?> field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) == field) {
                return offsets[i];
            }
        }
        throw new IllegalArgumentException(name + " has no field " + field.name() + "; it has " + fields);
    }

    /**
     * Makes the order of a query total, so that no two rows are equal in it: behind its criteria come the columns of the
     * id that are not among them, in the direction of the last one.
     *
     * @param query a query for this entity
     * @return the criteria; none if the query has no order
     * @throws IllegalArgumentException if the order or the position is another entity's, or there is a position but no order
     */
    public final List<SortOrder<?>> totalOrder(Query<?> query) {
        return TotalOrder.of(this, query);
    }

    /**
     * Names the lock of an entity.
     *
     * @param id the entity's id
     * @return the key, such as {@code Account:42}
     */
    public final LockKey lockKey(ID id) {
        @Nullable Object[] stored = new @Nullable Object[this.id.columns().size()];
        this.id.write(id, stored, 0);
        return LockKey.of(name + ":" + IdText.of(stored));
    }

    /**
     * Turns an entity into a row.
     *
     * @param entity the entity
     * @return the row
     * @throws IllegalArgumentException if a property that takes no null is null
     */
    public final Row row(T entity) {
        RowWriter writer = new RowWriter(this);
        write(entity, writer);
        return writer.finish();
    }

    /**
     * Makes a changed entity out of one, and checks that it is still the same one.
     *
     * @param entity the entity
     * @param change makes the changed entity
     * @return the changed entity
     * @throws IllegalArgumentException if the change gives null or another id
     */
    public final T change(T entity, UnaryOperator<T> change) {
        @Nullable T changed = change.apply(entity);
        LockKey key = lockKey(idOf(entity));
        if (changed == null) {
            throw new IllegalArgumentException(
                    "The change of " + key + " gave null: return the entity, or delete it " + "through its repository");
        }
        LockKey changedKey = lockKey(idOf(changed));
        if (!key.equals(changedKey)) {
            throw new IllegalArgumentException("The change of " + key + " gave " + changedKey + ": a change keeps the "
                    + "id; to store another entity, save a new one");
        }
        return changed;
    }

    @Override
    public final String toString() {
        return name;
    }

    /**
     * Gives an entity's id.
     *
     * @param entity the entity
     * @return its id
     */
    public abstract ID idOf(T entity);

    /**
     * Sets every field of a row to the property of an entity.
     *
     * @param entity the entity
     * @param row takes the values
     */
    protected abstract void write(T entity, RowWriter row);

    /**
     * Makes an entity from a row.
     *
     * @param row the values
     * @return a new entity
     */
    public abstract T read(Row row);

    /**
     * Makes the read-only view.
     *
     * @param row the values
     * @param lockable how to lock the entity
     * @return the view
     */
    public abstract P persistent(Row row, Lockable<L> lockable);

    /**
     * Makes the proof that the lock is held.
     *
     * @param row the values, read under the lock
     * @param lock the lock
     * @return the proof
     */
    public abstract L locked(Row row, LockGrant lock);
}
