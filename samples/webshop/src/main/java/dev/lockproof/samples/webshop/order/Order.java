package dev.lockproof.samples.webshop.order;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import dev.lockproof.samples.webshop.ShopException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a customer has bought. It goes from one status to the next under its lock, so never twice. */
@Entity
public class Order {

    @Id
    private final String id;

    private final String customerId;
    private final long totalCents;
    private final Instant placedAt;
    private OrderStatus status;
    private @Nullable Instant shippedAt;

    /**
     * Makes an order.
     *
     * @param id its number
     * @param customerId who buys
     * @param totalCents what it costs
     * @param placedAt when it was placed
     * @param status how far it has come
     * @param shippedAt when it was shipped; null if it wasn't yet
     */
    public Order(
            String id,
            String customerId,
            long totalCents,
            Instant placedAt,
            OrderStatus status,
            @Nullable Instant shippedAt) {
        this.id = id;
        this.customerId = customerId;
        this.totalCents = totalCents;
        this.placedAt = placedAt;
        this.status = status;
        this.shippedAt = shippedAt;
    }

    /**
     * Tells the number.
     *
     * @return the id
     */
    public String getId() {
        return id;
    }

    /**
     * Tells who buys.
     *
     * @return the customer's id
     */
    public String getCustomerId() {
        return customerId;
    }

    /**
     * Tells what it costs.
     *
     * @return cents
     */
    public long getTotalCents() {
        return totalCents;
    }

    /**
     * Tells when it was placed.
     *
     * @return the time
     */
    public Instant getPlacedAt() {
        return placedAt;
    }

    /**
     * Tells how far it has come.
     *
     * @return the status
     */
    public OrderStatus getStatus() {
        return status;
    }

    /**
     * Tells when it was shipped.
     *
     * @return the time; null if it wasn't yet
     */
    public @Nullable Instant getShippedAt() {
        return shippedAt;
    }

    void pay() {
        move(OrderStatus.PLACED, OrderStatus.PAID);
    }

    void ship(Instant at) {
        move(OrderStatus.PAID, OrderStatus.SHIPPED);
        shippedAt = at;
    }

    void cancel() {
        ShopException.require(isOpen(), "Order " + id + " is " + status + " and can't be cancelled");
        status = OrderStatus.CANCELLED;
    }

    boolean isOpen() {
        return status == OrderStatus.PLACED || status == OrderStatus.PAID;
    }

    private void move(OrderStatus from, OrderStatus to) {
        ShopException.require(status == from, "Order " + id + " is " + status + ", not " + from);
        status = to;
    }
}
