package dev.lockproof.samples.webshop.order;

import dev.lockproof.LockProof;
import dev.lockproof.LockService;
import dev.lockproof.LockedGroup;
import dev.lockproof.LockedPair;
import dev.lockproof.Persistent;
import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.ShopException;
import dev.lockproof.samples.webshop.customer.CustomerService;
import dev.lockproof.samples.webshop.customer.LockedCustomer;
import dev.lockproof.samples.webshop.customer.PersistentCustomer;
import dev.lockproof.samples.webshop.stock.PersistentStockItem;
import dev.lockproof.samples.webshop.stock.StockService;
import dev.lockproof.spi.EntityStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What becomes of an order: it is paid and shipped, or cancelled. */
public final class OrderService {

    private final EntityStore store;
    private final LockService locks;
    private final OrderRepository orders;
    private final OrderLineRepository lines;
    private final StockService stock;
    private final CustomerService customers;
    private final Clock clock;

    /**
     * Makes the service.
     *
     * @param store where the rows are
     * @param locks where the locks are
     * @param orders all orders
     * @param lines what is in them
     * @param stock what is reserved for them
     * @param customers who pays them
     * @param clock tells when an order is shipped
     */
    public OrderService(
            EntityStore store,
            LockService locks,
            OrderRepository orders,
            OrderLineRepository lines,
            StockService stock,
            CustomerService customers,
            Clock clock) {
        this.store = store;
        this.locks = locks;
        this.orders = orders;
        this.lines = lines;
        this.stock = stock;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * Pays an order from its customer's credit.
     *
     * @param orderId the order
     */
    @AcquiresLock
    public void pay(String orderId) {
        PersistentOrder found = orders.require(orderId);
        PersistentCustomer payer = customers.require(found.getCustomerId());
        try (LockedPair<LockedOrder, LockedCustomer> both = locks.acquireBoth(found, payer)) {
            LockedOrder order = both.first();
            store.inTransaction(() -> {
                order.pay();
                customers.charge(both.second(), order.getTotalCents());
                orders.save(order);
            });
        }
    }

    /**
     * Hands an order to the parcel service.
     *
     * @param orderId the order
     */
    @AcquiresLock
    public void ship(String orderId) {
        PersistentOrder found = orders.require(orderId);
        List<OrderedItem> items = itemsOf(orderId);
        try (LockedGroup<LockProof<?>> all = lock(found, items)) {
            LockedOrder order = all.get(found);
            store.inTransaction(() -> {
                order.ship(clock.instant());
                items.forEach(item -> stock.handOver(all.get(item.stock()), item.pieces()));
                orders.save(order);
            });
        }
    }

    /**
     * Gives an order up: its goods can be bought by others, and what was paid is given back.
     *
     * @param orderId the order
     */
    @AcquiresLock
    public void cancel(String orderId) {
        PersistentOrder found = orders.require(orderId);
        PersistentCustomer payer = customers.require(found.getCustomerId());
        List<OrderedItem> items = itemsOf(orderId);
        try (LockedGroup<LockProof<?>> all = locks.acquireAll(found, payer, stockOf(items))) {
            LockedOrder order = all.get(found);
            boolean wasPaid = order.getStatus() == OrderStatus.PAID;
            store.inTransaction(() -> {
                order.cancel();
                items.forEach(item -> stock.release(all.get(item.stock()), item.pieces()));
                if (wasPaid) {
                    customers.refund(all.get(payer), order.getTotalCents());
                }
                orders.save(order);
            });
        }
    }

    /**
     * Finds an order.
     *
     * @param orderId its number
     * @return the order as it is now
     */
    public PersistentOrder require(String orderId) {
        return orders.require(orderId);
    }

    /**
     * Lists what is in an order.
     *
     * @param orderId its number
     * @return its lines, by product
     */
    public List<PersistentOrderLine> linesOf(String orderId) {
        return lines.find(
                Query.where(OrderLineFields.ORDER_ID.equalTo(orderId)).orderBy(OrderLineFields.SKU.ascending()));
    }

    /**
     * Lists somebody's orders.
     *
     * @param customerId who
     * @return the newest first
     */
    public List<PersistentOrder> ordersOf(String customerId) {
        return orders.find(
                Query.where(OrderFields.CUSTOMER_ID.equalTo(customerId)).orderBy(OrderFields.PLACED_AT.descending()));
    }

    /**
     * Lists orders that have come to a status.
     *
     * @param status the status
     * @return the oldest first
     */
    public List<PersistentOrder> withStatus(OrderStatus status) {
        return orders.find(Query.where(OrderFields.STATUS.equalTo(status)).orderBy(OrderFields.PLACED_AT.ascending()));
    }

    /**
     * Lists orders that nobody has paid.
     *
     * @param placedBefore how old they are at least
     * @return the oldest first
     */
    public List<PersistentOrder> unpaidSince(Instant placedBefore) {
        return orders.find(Query.where(OrderFields.STATUS
                        .equalTo(OrderStatus.PLACED)
                        .and(OrderFields.PLACED_AT.lessThan(placedBefore)))
                .orderBy(OrderFields.PLACED_AT.ascending()));
    }

    /** What an order has of one product. */
    private record OrderedItem(PersistentStockItem stock, int pieces) {}

    private List<OrderedItem> itemsOf(String orderId) {
        List<OrderedItem> items = linesOf(orderId).stream()
                .map(line -> new OrderedItem(stock.require(line.sku()), line.pieces()))
                .toList();
        ShopException.require(!items.isEmpty(), "Order " + orderId + " has no lines");
        return items;
    }

    private LockedGroup<LockProof<?>> lock(PersistentOrder order, List<OrderedItem> items) {
        return locks.acquireAll(order, items.get(0).stock(), stockOf(items.subList(1, items.size())));
    }

    private static Persistent<?, ?>[] stockOf(List<OrderedItem> items) {
        return items.stream().map(OrderedItem::stock).toArray(Persistent<?, ?>[]::new);
    }
}
