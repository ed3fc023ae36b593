package dev.lockproof.samples.webshop.order;

import dev.lockproof.annotations.RunsInline;
import dev.lockproof.samples.webshop.Ids;
import dev.lockproof.samples.webshop.catalog.CatalogService;
import java.time.Clock;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Writes new orders down. */
public final class OrderBook {

    private final OrderRepository orders;
    private final OrderLineRepository lines;
    private final CatalogService catalog;
    private final Clock clock;
    private final Ids ids;

    /**
     * Makes the book.
     *
     * @param orders all orders
     * @param lines what is in them
     * @param catalog what things cost
     * @param clock tells when an order is placed
     * @param ids for new orders
     */
    public OrderBook(OrderRepository orders, OrderLineRepository lines, CatalogService catalog, Clock clock, Ids ids) {
        this.orders = orders;
        this.lines = lines;
        this.catalog = catalog;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Writes an order of all that is in a cart. It is new, so nobody can hold its lock, and none is needed.
     *
     * @param customerId who buys
     * @param cart what
     * @param discount takes off what the goods cost together
     * @return the order
     */
    PersistentOrder enter(String customerId, List<PersistentCartLine> cart, @RunsInline LongUnaryOperator discount) {
        String orderId = ids.next();
        long goods = 0;
        for (PersistentCartLine line : cart) {
            long price = catalog.requireOnSale(line.sku()).priceCents();
            OrderLine ordered = new OrderLine(orderId, line.sku(), line.pieces(), price);
            lines.save(ordered);
            goods += ordered.totalCents();
        }
        long total = goods - discount.applyAsLong(goods);
        return orders.save(new Order(orderId, customerId, total, clock.instant(), OrderStatus.PLACED, null));
    }
}
