package bank;

import dev.lockproof.AbstractRepository;
import dev.lockproof.LockService;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.spi.EntityStore;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Finds, locks and saves {@link Order}s. Thread-safe.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public final class OrderRepository extends AbstractRepository<Order, Order.Number, PersistentOrder, LockedOrder> {
    /**
     * Creates a repository.
     *
     * @param store where the entities are stored
     * @param locks takes the locks
     */
    public OrderRepository(EntityStore store, LockService locks) {
        super(OrderMapping.INSTANCE, store, locks);
    }

    /**
     * Creates a repository with a store and locks of its own in the memory of this process, for tests.
     *
     * @return the repository, with nothing in it
     */
    public static OrderRepository inMemory() {
        return new OrderRepository(InMemoryStore.create(), LockService.of(InMemoryLockProvider.create()));
    }

    @Override
    public PersistentOrder save(@Fresh Order order) {
        return super.save(order);
    }
}
