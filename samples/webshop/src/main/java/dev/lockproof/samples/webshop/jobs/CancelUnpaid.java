package dev.lockproof.samples.webshop.jobs;

import dev.lockproof.LockTimeoutException;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.ShopException;
import dev.lockproof.samples.webshop.order.OrderService;
import dev.lockproof.samples.webshop.order.PersistentOrder;
import java.time.Clock;
import java.time.Duration;

/** Gives up orders that nobody pays, so that others can buy their goods. */
public final class CancelUnpaid implements Job {

    private final OrderService orders;
    private final Clock clock;
    private final Duration patience;

    /**
     * Makes the job.
     *
     * @param orders the orders
     * @param clock tells how old they are
     * @param patience how old they may get
     */
    public CancelUnpaid(OrderService orders, Clock clock, Duration patience) {
        this.orders = orders;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "cancel unpaid orders";
    }

    @Override
    @AcquiresLock
    public String run() {
        int cancelled = 0;
        int left = 0;
        for (PersistentOrder order : orders.unpaidSince(clock.instant().minus(patience))) {
            if (cancel(order)) {
                cancelled++;
            } else {
                left++;
            }
        }
        return cancelled + " cancelled, " + left + " left";
    }

    /** It was read without its lock, so by now it may be paid, or be paid this very moment. */
    private boolean cancel(PersistentOrder order) {
        try {
            orders.cancel(order.getId());
            return true;
        } catch (ShopException | LockTimeoutException e) {
            return false;
        }
    }
}
