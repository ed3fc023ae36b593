package dev.lockproof;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.RunsInline;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of all generated repositories. Thread-safe.
 *
 * @param <T> the entity
 * @param <ID> the type of its id
 * @param <P> its read-only view
 * @param <L> the proof that its lock is held
 */
public abstract class AbstractRepository<T, ID, P extends Persistent<T, L>, L extends LockProof<T>>
        implements Repository<T, ID, P, L> {

    private final EntityMapping<T, ID, P, L> mapping;
    private final EntityStore store;
    private final LockService locks;
    private final FencedWriter<T, ID> writer;

    /**
     * Makes a repository.
     *
     * @param mapping the entity's mapping
     * @param store where the entities are stored
     * @param locks takes the locks
     */
    protected AbstractRepository(EntityMapping<T, ID, P, L> mapping, EntityStore store, LockService locks) {
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.store = Objects.requireNonNull(store, "store");
        this.locks = Objects.requireNonNull(locks, "locks");
        this.writer = new FencedWriter<>(mapping, store);
        store.announce(mapping);
    }

    @Override
    public Optional<P> findById(ID id) {
        return store.find(mapping, requireId(id)).map(this::persistent);
    }

    @Override
    public P require(ID id) {
        return findById(id).orElseThrow(() -> new EntityNotFoundException(mapping.lockKey(id)));
    }

    @Override
    public Optional<P> findOne(Condition<T> where) {
        List<P> found = find(Query.where(where).limit(2));
        if (found.size() > 1) {
            throw new IllegalStateException("More than one " + mapping.name()
                    + " meets the condition: narrow it, or call find to get all of them");
        }
        return found.stream().findFirst();
    }

    @Override
    public List<P> find(Query<T> query) {
        try (Stream<P> found = stream(query)) {
            return found.toList();
        }
    }

    @Override
    public Stream<P> stream(Query<T> query) {
        return store.stream(mapping, Objects.requireNonNull(query, "query")).map(this::persistent);
    }

    @Override
    public long count(Condition<T> where) {
        return store.count(mapping, Objects.requireNonNull(where, "where"));
    }

    @Override
    public P save(@Fresh T entity) {
        if (Objects.requireNonNull(entity, "entity") instanceof LockProof<?> proof) {
            return persistent(writer.update(proof));
        }
        LockKey key = mapping.lockKey(mapping.idOf(entity)); // refuses what could never be locked
        Row row = mapping.row(entity);
        if (!store.insert(mapping, row)) {
            throw new DuplicateEntityException(key);
        }
        return persistent(row);
    }

    @Override
    public List<P> saveAll(Collection<? extends T> entities) {
        List<Row> rows = new ArrayList<>(entities.size());
        for (T entity : entities) {
            if (Objects.requireNonNull(entity, "entity") instanceof LockProof<?> proof) {
                throw WriteFailures.notNew(mapping.name(), proof);
            }
            mapping.lockKey(mapping.idOf(entity)); // refuses what could never be locked
            rows.add(mapping.row(entity));
        }
        store.insertAll(mapping, rows).ifPresent(row -> {
            throw new DuplicateEntityException(mapping.lockKey(row.require(mapping.id())));
        });
        return rows.stream().map(this::persistent).toList();
    }

    @Override
    public P save(L locked) {
        return persistent(writer.update(locked));
    }

    @Override
    public void delete(L locked) {
        writer.delete(locked);
    }

    @Override
    public void verify(L locked) {
        writer.verify(locked);
    }

    @Override
    public boolean deleteById(ID id) {
        return store.deleteById(mapping, requireId(id));
    }

    @Override
    @AcquiresLock
    public L lock(ID id) {
        return locks.acquire(reference(id));
    }

    @Override
    @AcquiresLock
    public L lock(ID id, LockOptions options) {
        return locks.acquire(reference(id), options);
    }

    @Override
    @AcquiresLock
    public @Nullable L tryLock(ID id) {
        return locks.tryAcquire(reference(id));
    }

    @Override
    @AcquiresLock
    public <R extends @Nullable Object> R withLock(ID id, @RunsInline Function<? super L, ? extends R> work) {
        try (L locked = lock(id)) {
            return work.apply(locked);
        }
    }

    @Override
    public String toString() {
        return "Repository[" + mapping.name() + "]";
    }

    private P persistent(Row row) {
        return mapping.persistent(row, reference(row.require(mapping.id())));
    }

    private EntityReference<T, ID, P, L> reference(ID id) {
        return new EntityReference<>(mapping, store, requireId(id));
    }

    private ID requireId(ID id) {
        return Objects.requireNonNull(id, () -> "The id of a stored " + mapping.name() + " is never null");
    }
}
