package dev.lockproof.samples.webshop.order;

import dev.lockproof.LockProof;
import dev.lockproof.LockService;
import dev.lockproof.LockedGroup;
import dev.lockproof.Persistent;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.samples.webshop.ShopException;
import dev.lockproof.samples.webshop.customer.CustomerService;
import dev.lockproof.samples.webshop.customer.PersistentCustomer;
import dev.lockproof.samples.webshop.stock.PersistentStockItem;
import dev.lockproof.samples.webshop.stock.StockService;
import dev.lockproof.spi.EntityStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an order of a cart.
 *
 * <p>An order is about several rows: the customer, whose cart it is, every product's stock, perhaps a voucher. Their locks
 * are taken at once, since nobody may take a second one while he holds one; in which order, and with it the danger of a
 * deadlock, is the lock service's business. What is changed under them is written in one transaction.
 */
public final class CheckoutService {

    private final EntityStore store;
    private final LockService locks;
    private final OrderBook book;
    private final CartService carts;
    private final StockService stock;
    private final CustomerService customers;
    private final VoucherService vouchers;

    /**
     * Makes the service.
     *
     * @param store where the rows are
     * @param locks where the locks are
     * @param book where orders are written
     * @param carts where orders come from
     * @param stock what there is to buy
     * @param customers who buys
     * @param vouchers what makes orders cheaper
     */
    public CheckoutService(
            EntityStore store,
            LockService locks,
            OrderBook book,
            CartService carts,
            StockService stock,
            CustomerService customers,
            VoucherService vouchers) {
        this.store = store;
        this.locks = locks;
        this.book = book;
        this.carts = carts;
        this.stock = stock;
        this.customers = customers;
        this.vouchers = vouchers;
    }

    /**
     * Orders what is in a cart, and empties it.
     *
     * @param customerId whose cart
     * @param voucherCode makes the order cheaper; null for none
     * @return the order
     * @throws ShopException if the cart is empty or changes meanwhile, or something isn't there any more
     */
    @AcquiresLock
    public PersistentOrder placeOrder(String customerId, @Nullable String voucherCode) {
        List<PersistentCartLine> cart = carts.linesOf(customerId);
        ShopException.require(!cart.isEmpty(), "The cart is empty");
        PersistentCustomer customer = customers.require(customerId);
        PersistentVoucher voucher = voucherCode == null ? null : vouchers.require(voucherCode);
        List<PersistentStockItem> items =
                cart.stream().map(line -> stock.require(line.sku())).toList();
        try (LockedGroup<LockProof<?>> all = lock(customer, voucher, items)) {
            // A second click on the button waited here, and finds the cart empty.
            ShopException.require(sameLines(cart, carts.linesOf(customerId)), "The cart has changed meanwhile");
            return store.inTransaction(() -> {
                for (int i = 0; i < items.size(); i++) {
                    stock.reserve(all.get(items.get(i)), cart.get(i).pieces());
                }
                carts.clear(cart);
                return book.enter(
                        customerId, cart, goods -> voucher == null ? 0 : vouchers.redeem(all.get(voucher), goods));
            });
        }
    }

    /** Takes all locks that an order needs. Whoever calls it has to release them, so it is an acquisition itself. */
    private LockedGroup<LockProof<?>> lock(
            PersistentCustomer customer, @Nullable PersistentVoucher voucher, List<PersistentStockItem> items) {
        List<Persistent<?, ?>> more = new ArrayList<>(items.subList(1, items.size()));
        if (voucher != null) {
            more.add(voucher);
        }
        return locks.acquireAll(customer, items.get(0), more.toArray(Persistent<?, ?>[]::new));
    }

    private static boolean sameLines(List<PersistentCartLine> one, List<PersistentCartLine> other) {
        return entities(one).equals(entities(other));
    }

    private static List<CartLine> entities(List<PersistentCartLine> lines) {
        return lines.stream().map(PersistentCartLine::entity).toList();
    }
}
