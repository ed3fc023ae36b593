import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Locked;
import shop.LockedOrder;
import shop.Order;
import shop.OrderRepository;

class FiresRecord {
    private final OrderRepository orders;

    FiresRecord(OrderRepository orders) {
        this.orders = orders;
    }

    void stored(String id, Order order) {
        orders.save(order); // error: [save.not.writable]
        orders.save(order.ship()); // error: [save.not.writable]
        orders.save(orders.require(id).entity()); // error: [save.not.writable]
        orders.save(orders.require(id).entity().ship()); // error: [save.not.writable]
    }

    void locked(@Locked Order order) {
        orders.save(order); // error: [save.not.writable]
    }

    @AcquiresLock
    void valueInsteadOfProof(String id) {
        try (LockedOrder locked = orders.lock(id)) {
            orders.save(locked.entity()); // error: [save.not.writable]
            orders.save(locked.entity().ship()); // error: [save.not.writable]
            Order shipped = locked.entity().ship();
            orders.save(shipped); // error: [save.not.writable]
        }
    }
}
