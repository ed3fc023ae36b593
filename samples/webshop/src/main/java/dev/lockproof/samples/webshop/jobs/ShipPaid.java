package dev.lockproof.samples.webshop.jobs;

import dev.lockproof.LockTimeoutException;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.ShopException;
import dev.lockproof.samples.webshop.order.OrderService;
import dev.lockproof.samples.webshop.order.OrderStatus;
import dev.lockproof.samples.webshop.order.PersistentOrder;

/** Hands what is paid to the parcel service. */
public final class ShipPaid implements Job {

    private final OrderService orders;

    /**
     * Makes the job.
     *
     * @param orders the orders
     */
    public ShipPaid(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "ship paid orders";
    }

    @Override
    @AcquiresLock
    public String run() {
        int shipped = 0;
        int left = 0;
        for (PersistentOrder order : orders.withStatus(OrderStatus.PAID)) {
            if (ship(order)) {
                shipped++;
            } else {
                left++;
            }
        }
        return shipped + " shipped, " + left + " left";
    }

    /** It was read without its lock, so by now it may be cancelled. */
    private boolean ship(PersistentOrder order) {
        try {
            orders.ship(order.getId());
            return true;
        } catch (ShopException | LockTimeoutException e) {
            return false;
        }
    }
}
