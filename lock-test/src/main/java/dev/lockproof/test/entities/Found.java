package dev.lockproof.test.entities;

import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Lockable;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.StoredEntity;

/** The view of a test's record. */
public final class Found<T> extends StoredEntity<T, Held<T>> {

    private final EntityMapping<T, ?, ?, ?> mapping;

    Found(EntityMapping<T, ?, ?, ?> mapping, Row row, Lockable<Held<T>> lockable) {
        super(row, lockable);
        this.mapping = mapping;
    }

    @Override
    public T entity() {
        return mapping.read(row());
    }
}
