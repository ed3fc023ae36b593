package bank;

import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.RunsInline;
import dev.lockproof.spi.Row;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the lock of one {@link Order} is held, for the length of a {@code try} block.
 *
 * <p>Belongs to the thread that acquired it. Not thread-safe.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
public final class LockedOrder implements PersistentOrder, LockProof<Order> {
    private final LockGrant lock;

    private Order entity;

    /**
     * Called by the mapping, once the lock is held.
     *
     * @param row what was read under the lock
     * @param lock the lock
     */
    LockedOrder(Row row, LockGrant lock) {
        this.entity = OrderMapping.INSTANCE.read(row);
        this.lock = lock;
    }

    @Override
    public @Locked Order entity() {
        return entity;
    }

    @Override
    public LockKey lockKey() {
        return lock.key();
    }

    @Override
    public LockGrant lock() {
        return lock;
    }

    @Override
    public void close() {
        lock.release();
    }

    @Override
    public Order.Number id() {
        return entity.id();
    }

    @Override
    public String customer() {
        return entity.customer();
    }

    @Override
    public Order.@Nullable Status status() {
        return entity.status();
    }

    @Override
    public @Nullable Instant shippedAt() {
        return entity.shippedAt();
    }

    @Override
    public List<String> tags() {
        return entity.tags();
    }

    /**
     * Puts a changed value in the place of the present one. Nothing is stored before it is saved.
     *
     * @param change makes the new value from the present one, and keeps the id
     * @return this
     */
    public LockedOrder change(@RunsInline UnaryOperator<Order> change) {
        entity = OrderMapping.INSTANCE.change(entity, change);
        return this;
    }

    /**
     * Changes {@code customer} and nothing else. Nothing is stored before it is saved.
     *
     * @param customer the new value
     * @return this
     */
    public LockedOrder withCustomer(String customer) {
        return change(order -> new Order(
                order.id(),
                customer,
                order.status(),
                order.shippedAt(),
                order.tags()));
    }

    /**
     * Changes {@code status} and nothing else. Nothing is stored before it is saved.
     *
     * @param status the new value
     * @return this
     */
    public LockedOrder withStatus(Order.@Nullable Status status) {
        return change(order -> new Order(
                order.id(),
                order.customer(),
                status,
                order.shippedAt(),
                order.tags()));
    }

    /**
     * Changes {@code shippedAt} and nothing else. Nothing is stored before it is saved.
     *
     * @param shippedAt the new value
     * @return this
     */
    public LockedOrder withShippedAt(@Nullable Instant shippedAt) {
        return change(order -> new Order(
                order.id(),
                order.customer(),
                order.status(),
                shippedAt,
                order.tags()));
    }

    /**
     * Changes {@code tags} and nothing else. Nothing is stored before it is saved.
     *
     * @param tags the new value
     * @return this
     */
    public LockedOrder withTags(List<String> tags) {
        return change(order -> new Order(
                order.id(),
                order.customer(),
                order.status(),
                order.shippedAt(),
                tags));
    }

    @Override
    public String toString() {
        return "LockedOrder[" + entity + ']';
    }
}
