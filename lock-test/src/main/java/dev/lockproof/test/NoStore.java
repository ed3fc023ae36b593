package dev.lockproof.test;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.TransactionHook;
import dev.lockproof.spi.WriteResult;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store without rows and transactions, for tests of locks alone. */
final class NoStore implements EntityStore {

    static final NoStore INSTANCE = new NoStore();

    private NoStore() {}

    @Override
    public void inTransaction(Runnable work) {
        throw unsupported();
    }

    @Override
    public <R extends @Nullable Object> R inTransaction(Supplier<R> work) {
        throw unsupported();
    }

    @Override
    public boolean register(TransactionHook hook) {
        return false;
    }

    @Override
    public <T, ID> Claim<Row> claim(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        throw unsupported();
    }

    @Override
    public <T> boolean insert(EntityMapping<T, ?, ?, ?> mapping, Row row) {
        throw unsupported();
    }

    @Override
    public <T> WriteResult update(EntityMapping<T, ?, ?, ?> mapping, Row row, long token) {
        throw unsupported();
    }

    @Override
    public <T, ID> WriteResult delete(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        throw unsupported();
    }

    @Override
    public <T, ID> boolean deleteById(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        throw unsupported();
    }

    @Override
    public <T, ID> Optional<Row> find(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        throw unsupported();
    }

    @Override
    public <T> Stream<Row> stream(EntityMapping<T, ?, ?, ?> mapping, Query<T> query) {
        throw unsupported();
    }

    @Override
    public <T> long count(EntityMapping<T, ?, ?, ?> mapping, Condition<T> where) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("The tests of locks use no rows");
    }
}
