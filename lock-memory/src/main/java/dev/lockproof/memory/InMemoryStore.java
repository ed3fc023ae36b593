package dev.lockproof.memory;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.annotations.RunsInline;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.TransactionHook;
import dev.lockproof.spi.WriteResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entities in this JVM's memory: for tests, and for programs that store nothing.
 *
 * <p>It behaves as a database does under READ COMMITTED, and a little better:
 *
 * <ul>
 *   <li>a thread sees the uncommitted changes of its own transaction, and of no other;
 *   <li>a write or claim of a row that another transaction has changed waits until that one is over;
 *   <li>two transactions never deadlock: a write that would close a circle of waiting is refused at once with a
 *       {@link dev.lockproof.LockBackendException}, its transaction is rolled back and the others go on;
 *   <li>a query sees all of a commit or nothing of it.
 * </ul>
 *
 * <p>Reads never wait for a transaction. A query looks at every row, and a stream keeps a reference to each row that it
 * found until it is read. Thread-safe.
 */
public final class InMemoryStore implements EntityStore {

    private final Gate gate = new Gate();
    private final Transactions transactions = new Transactions(gate);
    private final Map<EntityMapping<?, ?, ?, ?>, Table> tables = new ConcurrentHashMap<>();

    private InMemoryStore() {}

    /**
     * Makes an empty store.
     *
     * @return the store
     */
    public static InMemoryStore create() {
        return new InMemoryStore();
    }

    @Override
    public void inTransaction(@RunsInline Runnable work) {
        transactions.<@Nullable Void>run(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public <R extends @Nullable Object> R inTransaction(@RunsInline Supplier<R> work) {
        return transactions.run(work);
    }

    @Override
    public boolean register(TransactionHook hook) {
        Transaction active = transactions.active();
        if (active != null) {
            active.hooks().register(hook);
        }
        return active != null;
    }

    @Override
    public <T, ID> Claim<Row> claim(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        return table(mapping).claim(key(mapping, id), positive(token), transactions.active());
    }

    @Override
    public <T> boolean insert(EntityMapping<T, ?, ?, ?> mapping, Row row) {
        return table(mapping).insert(key(mapping, row), row, transactions.active());
    }

    @Override
    public <T> WriteResult update(EntityMapping<T, ?, ?, ?> mapping, Row row, long token) {
        return table(mapping).update(key(mapping, row), row, positive(token), transactions.active());
    }

    @Override
    public <T, ID> WriteResult delete(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        return table(mapping).delete(key(mapping, id), positive(token), transactions.active());
    }

    @Override
    public <T, ID> boolean deleteById(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        return table(mapping).delete(key(mapping, id), transactions.active());
    }

    @Override
    public <T, ID> Optional<Row> find(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        return Optional.ofNullable(table(mapping).find(key(mapping, id), transactions.active()));
    }

    @Override
    public <T> Stream<Row> stream(EntityMapping<T, ?, ?, ?> mapping, Query<T> query) {
        return scan(mapping).find(query).stream();
    }

    @Override
    public <T> long count(EntityMapping<T, ?, ?, ?> mapping, Condition<T> where) {
        return scan(mapping).count(where);
    }

    private Scan scan(EntityMapping<?, ?, ?, ?> mapping) {
        return new Scan(mapping, table(mapping), transactions.active());
    }

    private Table table(EntityMapping<?, ?, ?, ?> mapping) {
        Table table = tables.get(mapping);
        return table != null ? table : tables.computeIfAbsent(mapping, key -> new Table(key, gate));
    }

    private static <ID> Object key(EntityMapping<?, ID, ?, ?> mapping, ID id) {
        int columns = mapping.id().columns().size();
        @Nullable Object[] stored = new @Nullable Object[columns];
        mapping.id().write(id, stored, 0);
        return Values.key(stored, 0, columns);
    }

    private static Object key(EntityMapping<?, ?, ?, ?> mapping, Row row) {
        int offset = mapping.offset(mapping.id());
        int columns = mapping.id().columns().size();
        @Nullable Object[] stored = new @Nullable Object[columns];
        for (int i = 0; i < columns; i++) {
            stored[i] = row.stored(offset + i);
        }
        return Values.key(stored, 0, columns);
    }

    /** A row that nobody has claimed has fence 0, which no writer's token may equal. */
    private static long positive(long token) {
        if (token <= 0) {
            throw new IllegalArgumentException(
                    "A fencing token is positive, not " + token + ": take it from the lock that was granted");
        }
        return token;
    }
}
