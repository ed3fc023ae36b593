package bank;

import dev.lockproof.LockGrant;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.Lockable;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.RowWriter;
import dev.lockproof.spi.StoredEntity;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Order} is stored.
 */
@Generated("dev.lockproof.processor.EntityProcessor")
@NullMarked
final class OrderMapping extends EntityMapping<Order, Order.Number, PersistentOrder, LockedOrder> {
    /**
     * The mapping, which has no state.
     */
    static final OrderMapping INSTANCE = new OrderMapping();

    private OrderMapping() {
        super(
                "PurchaseOrder",
                "orders",
                OrderFields.ID,
                List.of(
                        OrderFields.ID,
                        OrderFields.CUSTOMER,
                        OrderFields.STATUS,
                        OrderFields.SHIPPED_AT,
                        OrderFields.TAGS));
    }

    @Override
    public Order.Number idOf(Order order) {
        return order.id();
    }

    @Override
    protected void write(Order order, RowWriter row) {
        row.set(OrderFields.ID, order.id());
        row.set(OrderFields.CUSTOMER, order.customer());
        row.set(OrderFields.STATUS, order.status());
        row.set(OrderFields.SHIPPED_AT, order.shippedAt());
        row.set(OrderFields.TAGS, order.tags());
    }

    @Override
    public Order read(Row row) {
        return new Order(
                row.require(OrderFields.ID),
                row.require(OrderFields.CUSTOMER),
                row.get(OrderFields.STATUS),
                row.get(OrderFields.SHIPPED_AT),
                row.require(OrderFields.TAGS));
    }

    @Override
    public PersistentOrder persistent(Row row, Lockable<LockedOrder> lockable) {
        return new Stored(row, lockable);
    }

    @Override
    public LockedOrder locked(Row row, LockGrant lock) {
        return new LockedOrder(row, lock);
    }

    private static final class Stored extends StoredEntity<Order, LockedOrder> implements PersistentOrder {
        Stored(Row row, Lockable<LockedOrder> lockable) {
            super(row, lockable);
        }

        @Override
        public Order entity() {
            return INSTANCE.read(row());
        }

        @Override
        public Order.Number id() {
            return row().require(OrderFields.ID);
        }

        @Override
        public String customer() {
            return row().require(OrderFields.CUSTOMER);
        }

        @Override
        public Order.@Nullable Status status() {
            return row().get(OrderFields.STATUS);
        }

        @Override
        public @Nullable Instant shippedAt() {
            return row().get(OrderFields.SHIPPED_AT);
        }

        @Override
        public List<String> tags() {
            return row().require(OrderFields.TAGS);
        }
    }
}
