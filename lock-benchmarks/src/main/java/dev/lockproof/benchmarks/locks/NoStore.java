package dev.lockproof.benchmarks.locks;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.annotations.RunsInline;
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

/** A store without rows, whose transactions are only their work. */
final class NoStore implements EntityStore {

    @Override
    public void inTransaction(@RunsInline Runnable work) {
        work.run();
    }

    @Override
    public <R extends @Nullable Object> R inTransaction(@RunsInline Supplier<R> work) {
        return work.get();
    }

    @Override
    public boolean register(TransactionHook hook) {
        return false;
    }

    @Override
    public <T, ID> Claim<Row> claim(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        return new Claim.Missing<>();
    }

    @Override
    public <T> boolean insert(EntityMapping<T, ?, ?, ?> mapping, Row row) {
        return false;
    }

    @Override
    public <T> WriteResult update(EntityMapping<T, ?, ?, ?> mapping, Row row, long token) {
        return WriteResult.MISSING;
    }

    @Override
    public <T, ID> WriteResult delete(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        return WriteResult.MISSING;
    }

    @Override
    public <T, ID> boolean deleteById(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        return false;
    }

    @Override
    public <T, ID> Optional<Row> find(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        return Optional.empty();
    }

    @Override
    public <T> Stream<Row> stream(EntityMapping<T, ?, ?, ?> mapping, Query<T> query) {
        return Stream.empty();
    }

    @Override
    public <T> long count(EntityMapping<T, ?, ?, ?> mapping, Condition<T> where) {
        return 0;
    }
}
