package dev.lockproof.samples.webshop.customer;

import dev.lockproof.LockService;
import dev.lockproof.LockedPair;
import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Locked;
import dev.lockproof.samples.webshop.Ids;
import dev.lockproof.samples.webshop.ShopException;
import dev.lockproof.spi.EntityStore;
import java.util.List;

/** Customers and their credit. */
public final class CustomerService {

    private final EntityStore store;
    private final LockService locks;
    private final CustomerRepository customers;
    private final Ids ids;

    /**
     * Makes the service.
     *
     * @param store where the rows are
     * @param locks where the locks are
     * @param customers all customers
     * @param ids for new ones
     */
    public CustomerService(EntityStore store, LockService locks, CustomerRepository customers, Ids ids) {
        this.store = store;
        this.locks = locks;
        this.customers = customers;
        this.ids = ids;
    }

    /**
     * Welcomes a new customer.
     *
     * @param name what he is called
     * @return the customer
     */
    public PersistentCustomer register(String name) {
        ShopException.require(!name.isBlank(), "A customer needs a name");
        return customers.save(new Customer(ids.next(), name, 0, 0));
    }

    /**
     * Cashes a gift card.
     *
     * @param customerId whose it is
     * @param cents its worth
     */
    @AcquiresLock
    public void topUp(String customerId, long cents) {
        try (LockedCustomer customer = customers.lock(customerId)) {
            customer.topUp(cents);
            customers.save(customer);
        }
    }

    /**
     * Gives credit away.
     *
     * @param fromId who gives
     * @param toId who gets it
     * @param cents how much
     */
    @AcquiresLock
    public void give(String fromId, String toId, long cents) {
        ShopException.require(!fromId.equals(toId), "A present is for somebody else");
        try (LockedPair<LockedCustomer, LockedCustomer> both =
                locks.acquireBoth(customers.require(fromId), customers.require(toId))) {
            store.inTransaction(() -> {
                both.first().take(cents);
                both.second().topUp(cents);
                customers.save(both.first());
                customers.save(both.second());
            });
        }
    }

    /**
     * Takes what an order costs.
     *
     * @param customer who pays
     * @param cents how much
     */
    public void charge(@Locked Customer customer, long cents) {
        customer.spend(cents);
        customers.save(customer);
    }

    /**
     * Gives back what a cancelled order has cost.
     *
     * @param customer who had paid
     * @param cents how much
     */
    public void refund(@Locked Customer customer, long cents) {
        customer.refund(cents);
        customers.save(customer);
    }

    /**
     * Finds a customer, to be locked.
     *
     * @param customerId who
     * @return the customer as he is now
     */
    public PersistentCustomer require(String customerId) {
        return customers.require(customerId);
    }

    /**
     * Lists all customers.
     *
     * @return by what they have spent, the best first
     */
    public List<PersistentCustomer> best() {
        return customers.find(Query.<Customer>all().orderBy(CustomerFields.SPENT_CENTS.descending()));
    }
}
