package dev.lockproof.samples.misuse;

import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;

/** Calling a method that takes a lock, while one is held, can deadlock as well. */
class NestedAcquireCall {

    @AcquiresLock
    void closeAccount(AccountRepository accounts, OrderRepository orders, String id) {
        try (LockedAccount account = accounts.lock(id)) {
            shipAll(orders, account.getOwner()); // error: [nested.acquire.call]
            accounts.delete(account);
        }
    }

    @AcquiresLock
    void shipAll(OrderRepository orders, String customer) {
        for (PersistentOrder order : orders.find(Query.where(OrderFields.CUSTOMER.equalTo(customer)))) {
            try (LockedOrder locked = orders.lock(order.id())) {
                orders.save(locked.change(Order::ship));
            }
        }
    }
}
