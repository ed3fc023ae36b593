package dev.lockproof.test.entities;

import dev.lockproof.LockGrant;
import dev.lockproof.LockProof;
import dev.lockproof.annotations.Locked;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Row;
import java.util.function.UnaryOperator;

/** The proof of a test's record. */
public final class Held<T> implements LockProof<T> {

    private final EntityMapping<T, ?, ?, ?> mapping;
    private final LockGrant lock;
    private T entity;

    Held(EntityMapping<T, ?, ?, ?> mapping, Row row, LockGrant lock) {
        this.mapping = mapping;
        this.lock = lock;
        this.entity = mapping.read(row);
    }

    @Override
    public @Locked T entity() {
        return entity;
    }

    public Held<T> change(UnaryOperator<T> change) {
        entity = mapping.change(entity, change);
        return this;
    }

    @Override
    public LockGrant lock() {
        return lock;
    }

    @Override
    public void close() {
        lock.release();
    }
}
