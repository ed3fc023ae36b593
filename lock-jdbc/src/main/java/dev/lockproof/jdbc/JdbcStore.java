package dev.lockproof.jdbc;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.Query;
import dev.lockproof.annotations.RunsInline;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.TransactionHook;
import dev.lockproof.spi.WriteResult;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entities in the tables of a SQL database: PostgreSQL, H2, MariaDB or MySQL.
 *
 * <pre>{@code
 * var store = JdbcStore.of(dataSource);
 * var accounts = new AccountRepository(store, locks);
 * }</pre>
 *
 * <p>Each entity has a table with one column for each property, and two of the store's own: {@code lock_fence}, the largest
 * fencing token that has claimed the row, and {@code version}, which counts the writes. Both are {@code bigint not null
 * default 0}. The annotation processor writes the {@code create table} of each entity next to its classes. When an entity
 * is used for the first time, the store looks whether the table has all columns, and says which statement adds what is
 * missing.
 *
 * <p>A statement outside of {@link #inTransaction(Runnable)} is a transaction of its own, on a connection that is given
 * back at once; a stream keeps its connection until it is read to the end or closed. A transaction has the isolation that
 * the connection has, unless {@link JdbcStoreBuilder#isolation} says otherwise. A lock can be taken inside a transaction only under
 * READ COMMITTED: under a higher isolation the transaction would go on to see what was there before the lock was granted,
 * so the claim is refused with a {@link LockBackendException}. Take the lock first there, then begin the transaction.
 *
 * <p>After a statement in a transaction has failed, the store tries no other one in it. Values are always bound and names
 * quoted. Thread-safe; a transaction belongs to the thread that began it.
 */
public final class JdbcStore implements EntityStore {

    private final Database database;
    private final Tables tables;
    private final TableAccess access;
    private final Set<EntityMapping<?, ?, ?, ?>> announced = ConcurrentHashMap.newKeySet();

    JdbcStore(Database database, TableNames names) {
        this.database = database;
        this.tables = new Tables(names);
        this.access = new TableAccess(database, tables);
    }

    /**
     * Makes a store on a data source, which should be a pool. Does no I/O.
     *
     * @param dataSource where connections come from; not one that joins the caller's transaction, which the store would commit
     * @return the store
     */
    public static JdbcStore of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /**
     * Makes a store that differs from the usual one.
     *
     * @param dataSource where connections come from; not one that joins the caller's transaction, which the store would commit
     * @return a builder
     */
    public static JdbcStoreBuilder builder(DataSource dataSource) {
        return new JdbcStoreBuilder(ConnectionSource.of(dataSource));
    }

    /**
     * Makes a store on connections that don't come from a data source.
     *
     * @param source where connections come from
     * @return a builder
     */
    public static JdbcStoreBuilder builder(ConnectionSource source) {
        return new JdbcStoreBuilder(source);
    }

    /**
     * Creates the tables that are missing, of all entities whose repositories have been made on this store. For samples and
     * tests: programs keep their tables in a migration tool. Changes no table that exists.
     *
     * @throws LockBackendException if the database refuses it
     */
    public void createMissingTables() {
        announced.forEach(this::createMissingTable);
    }

    /**
     * Looks whether the tables of all entities whose repositories have been made on this store are there, with all columns.
     * To be called when a program starts; otherwise each table is looked at when it is first used.
     *
     * @throws LockBackendException if something is missing, with the statement that adds it
     */
    public void checkTables() {
        announced.forEach(mapping -> access.run(Operation.check(mapping), mapping, rows -> true));
    }

    /**
     * Does something on the connection of this thread's transaction, such as writing rows that belong to a verified entity;
     * outside of a transaction, on a connection of its own.
     *
     * @param work called once, on this thread. It neither closes the connection nor ends the transaction, and lets the
     *     exception of a statement that failed leave it. After any exception that leaves it, the transaction is rolled back at
     *     its end, even if the exception is caught in between
     * @param <R> the type of the result
     * @return what the work returned
     * @throws LockBackendException if the work throws a {@link SQLException}, which is its cause
     */
    public <R extends @Nullable Object> R withConnection(@RunsInline SqlWork<R> work) {
        return database.callOnce(Operation.OWN_WORK, (connection, dialect) -> work.run(connection));
    }

    @Override
    public void inTransaction(@RunsInline Runnable work) {
        database.<@Nullable Void>inTransaction(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public <R extends @Nullable Object> R inTransaction(@RunsInline Supplier<R> work) {
        return database.inTransaction(work);
    }

    @Override
    public boolean register(TransactionHook hook) {
        Transaction active = database.active();
        if (active != null) {
            active.hooks().register(hook);
        }
        return active != null;
    }

    @Override
    public void announce(EntityMapping<?, ?, ?, ?> mapping) {
        tables.check(mapping);
        announced.add(mapping);
    }

    @Override
    public <T, ID> Claim<Row> claim(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        requirePositive(token);
        Operation operation = Operation.write("Claiming", mapping, id);
        return access.run(operation, mapping, rows -> {
            Transaction active = database.active();
            if (active != null) {
                active.requireFreshReads(operation);
            }
            return rows.claim(id, token);
        });
    }

    /**
     * Gives the claim to a lock provider on the same data source, once the entity's table has been looked at, in PostgreSQL and
     * outside of transactions.
     */
    @Override
    public <T, ID> @Nullable JoinedClaim joinedClaim(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        DataSource dataSource = database.dataSource();
        EntitySql sql = tables.ready(mapping);
        Dialect dialect = database.dialect();
        return dataSource == null
                        || sql == null
                        || sql.joinedClaim == null
                        || dialect == null
                        || database.active() != null
                ? null
                : new SqlClaim<>(dataSource, mapping, id, sql.joinedClaim, dialect.rules());
    }

    @Override
    public <T> boolean insert(EntityMapping<T, ?, ?, ?> mapping, Row row) {
        return access.run(writing("Inserting", mapping, row), mapping, rows -> rows.insert(row));
    }

    @Override
    public <T> Optional<Row> insertAll(EntityMapping<T, ?, ?, ?> mapping, List<Row> rows) {
        try {
            return inTransaction(() -> {
                Optional<Row> refused = givenTwice(mapping, rows)
                        .or(() -> access.run(Operation.insertAll(mapping), mapping, table -> table.insertAll(rows)));
                refused.ifPresent(row -> {
                    throw new AlreadyStored(row);
                });
                return refused;
            });
        } catch (AlreadyStored e) {
            return Optional.of(e.row());
        }
    }

    @Override
    public <T> WriteResult update(EntityMapping<T, ?, ?, ?> mapping, Row row, long token) {
        requirePositive(token);
        return access.run(writing("Writing", mapping, row), mapping, rows -> rows.update(row, token));
    }

    @Override
    public <T, ID> WriteResult delete(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        requirePositive(token);
        return access.run(Operation.write("Deleting", mapping, id), mapping, rows -> rows.delete(id, token));
    }

    @Override
    public <T, ID> WriteResult verify(EntityMapping<T, ID, ?, ?> mapping, ID id, long token) {
        requirePositive(token);
        return access.run(Operation.read(mapping, id), mapping, rows -> rows.verify(id, token));
    }

    @Override
    public <T, ID> boolean deleteById(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        return access.run(Operation.write("Deleting", mapping, id), mapping, rows -> rows.deleteById(id));
    }

    @Override
    public <T, ID> Optional<Row> find(EntityMapping<T, ID, ?, ?> mapping, ID id) {
        return access.run(Operation.read(mapping, id), mapping, rows -> Optional.ofNullable(rows.find(id)));
    }

    @Override
    public <T> long count(EntityMapping<T, ?, ?, ?> mapping, Condition<T> where) {
        return access.run(Operation.query(mapping), mapping, rows -> rows.count(where));
    }

    /**
     * Reads rows one by one, a hundred at a time in memory. H2 has all of them in memory; so has MySQL's driver, unless its URL
     * says {@code useCursorFetch=true}, and that of MariaDB in a transaction that runs other statements meanwhile. In a
     * transaction, the stream ends with it.
     */
    @Override
    public <T> Stream<Row> stream(EntityMapping<T, ?, ?, ?> mapping, Query<T> query) {
        return access.stream(mapping, query);
    }

    /** Names the store without its connections, whose address may hold a password. */
    @Override
    public String toString() {
        Dialect dialect = database.dialect();
        return "JdbcStore[" + (dialect == null ? "not connected yet" : dialect) + "]";
    }

    void createMissingTable(EntityMapping<?, ?, ?, ?> mapping) {
        if (database.active() != null) {
            throw new IllegalStateException(
                    "Tables are not created in a transaction, which some databases would commit: call "
                            + "createMissingTables() before it");
        }
        database.call(Operation.check(mapping), (connection, dialect) -> {
            tables.check(mapping);
            return tables.createIfMissing(mapping, connection, dialect);
        });
    }

    private static <T, ID> Operation writing(String verb, EntityMapping<T, ID, ?, ?> mapping, Row row) {
        return new Operation(mapping.table(), () -> verb + " " + row, true);
    }

    private static Optional<Row> givenTwice(EntityMapping<?, ?, ?, ?> mapping, List<Row> rows) {
        Set<LockKey> keys = new HashSet<>();
        return rows.stream().filter(row -> !keys.add(key(mapping, row))).findFirst();
    }

    private static <T, ID> LockKey key(EntityMapping<T, ID, ?, ?> mapping, Row row) {
        return mapping.lockKey(row.require(mapping.id()));
    }

    /** A row that nobody has claimed has fence 0, which no writer's token may equal. */
    private static void requirePositive(long token) {
        if (token <= 0) {
            throw new IllegalArgumentException(
                    "A fencing token is positive, not " + token + ": take it from the lock that was granted");
        }
    }
}
