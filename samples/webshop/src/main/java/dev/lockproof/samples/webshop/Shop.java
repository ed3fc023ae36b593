package dev.lockproof.samples.webshop;

import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.samples.webshop.catalog.CatalogService;
import dev.lockproof.samples.webshop.catalog.ProductRepository;
import dev.lockproof.samples.webshop.customer.CustomerRepository;
import dev.lockproof.samples.webshop.customer.CustomerService;
import dev.lockproof.samples.webshop.jobs.CancelUnpaid;
import dev.lockproof.samples.webshop.jobs.JobRunner;
import dev.lockproof.samples.webshop.jobs.ShipPaid;
import dev.lockproof.samples.webshop.jobs.ThrowAwayVouchers;
import dev.lockproof.samples.webshop.order.CartLineRepository;
import dev.lockproof.samples.webshop.order.CartService;
import dev.lockproof.samples.webshop.order.CheckoutService;
import dev.lockproof.samples.webshop.order.OrderBook;
import dev.lockproof.samples.webshop.order.OrderLineRepository;
import dev.lockproof.samples.webshop.order.OrderRepository;
import dev.lockproof.samples.webshop.order.OrderService;
import dev.lockproof.samples.webshop.order.VoucherRepository;
import dev.lockproof.samples.webshop.order.VoucherService;
import dev.lockproof.samples.webshop.stock.StockItemRepository;
import dev.lockproof.samples.webshop.stock.StockService;
import dev.lockproof.samples.webshop.web.CatalogController;
import dev.lockproof.samples.webshop.web.CustomerController;
import dev.lockproof.samples.webshop.web.OrderController;
import dev.lockproof.samples.webshop.web.Router;
import dev.lockproof.spi.EntityStore;
import java.time.Clock;
import java.time.Duration;

/**
 * Puts the parts together, as a dependency injection container would.
 *
 * @param locks where the locks are
 * @param catalog what is sold
 * @param stock what there is of it
 * @param customers who buys
 * @param carts what they mean to buy
 * @param checkout makes orders
 * @param orders what becomes of them
 * @param vouchers what makes them cheaper
 * @param clock tells the time
 */
public record Shop(
        LockService locks,
        CatalogService catalog,
        StockService stock,
        CustomerService customers,
        CartService carts,
        CheckoutService checkout,
        OrderService orders,
        VoucherService vouchers,
        Clock clock)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * Opens a shop whose rows and locks are in this process.
     *
     * @param clock tells the time
     * @param ids for what is new
     * @return the shop
     */
    public static Shop inMemory(Clock clock, Ids ids) {
        return open(InMemoryStore.create(), LockService.of(InMemoryLockProvider.create()), clock, ids);
    }

    /**
     * Opens a shop.
     *
     * @param store where the rows are
     * @param locks where the locks are
     * @param clock tells the time
     * @param ids for what is new
     * @return the shop
     */
    public static Shop open(EntityStore store, LockService locks, Clock clock, Ids ids) {
        OrderRepository orders = new OrderRepository(store, locks);
        OrderLineRepository orderLines = new OrderLineRepository(store, locks);
        CatalogService catalog = new CatalogService(new ProductRepository(store, locks));
        StockService stock = new StockService(new StockItemRepository(store, locks));
        CustomerService customers = new CustomerService(store, locks, new CustomerRepository(store, locks), ids);
        CartService carts = new CartService(new CartLineRepository(store, locks), catalog);
        VoucherService vouchers = new VoucherService(new VoucherRepository(store, locks), clock);
        OrderBook book = new OrderBook(orders, orderLines, catalog, clock, ids);
        return new Shop(
                locks,
                catalog,
                stock,
                customers,
                carts,
                new CheckoutService(store, locks, book, carts, stock, customers, vouchers),
                new OrderService(store, locks, orders, orderLines, stock, customers, clock),
                vouchers,
                clock);
    }

    /**
     * Routes requests to the controllers.
     *
     * @return what answers them
     */
    public Router router() {
        Router router = new Router();
        new CatalogController(catalog, stock).addTo(router);
        new CustomerController(customers, carts).addTo(router);
        new OrderController(checkout, orders, vouchers).addTo(router);
        return router;
    }

    /**
     * Starts what the shop does by itself.
     *
     * @param runner where it runs
     * @param pause how long it rests in between
     */
    public void startJobs(JobRunner runner, Duration pause) {
        runner.every(pause, new ShipPaid(orders));
        runner.every(pause, new CancelUnpaid(orders, clock, PATIENCE));
        runner.every(pause, new ThrowAwayVouchers(vouchers));
    }

    @Override
    public void close() {
        locks.close();
    }
}
