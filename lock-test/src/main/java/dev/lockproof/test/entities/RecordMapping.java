package dev.lockproof.test.entities;

import dev.lockproof.Field;
import dev.lockproof.LockGrant;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Lockable;
import dev.lockproof.spi.Row;
import java.util.List;

/** What the mappings of the tests' records share. */
abstract class RecordMapping<T, ID> extends EntityMapping<T, ID, Found<T>, Held<T>> {

    RecordMapping(String name, String table, Field<T, ID> id, List<Field<T, ?>> fields) {
        super(name, table, id, fields);
    }

    @Override
    public final Found<T> persistent(Row row, Lockable<Held<T>> lockable) {
        return new Found<>(this, row, lockable);
    }

    @Override
    public final Held<T> locked(Row row, LockGrant lock) {
        return new Held<>(this, row, lock);
    }
}
