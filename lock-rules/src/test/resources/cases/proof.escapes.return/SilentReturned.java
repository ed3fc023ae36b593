import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentReturned {
    private AccountRepository accounts;

    LockedAccount borrowed(LockedAccount account) {
        account.deposit(1);
        return account;
    }

    LockedAccount oneOf(LockedAccount a, LockedAccount b, boolean first) {
        LockedAccount chosen = first ? a : b;
        return chosen;
    }

    LockedAccount ofPair(LockedPair<LockedAccount, LockedAccount> pair) {
        return pair.first();
    }

    @Locked Account locked(LockedAccount account) {
        return account;
    }

    @Locked Account same(@Locked Account account) {
        return account;
    }

    @AcquiresLock
    Account forgotten(String id) {
        try (var account = accounts.lock(id)) {
            return account;
        }
    }

    @AcquiresLock
    Object results(String id) {
        accounts.withLock(id, account -> account.getBalance());
        accounts.<Account>withLock(id, account -> account);
        try (var account = accounts.lock(id)) {
            return account.getId();
        }
    }

    LockedAccount inTransaction(dev.lockproof.spi.EntityStore store, LockedAccount account) {
        return store.inTransaction(() -> {
            account.deposit(1);
            return account;
        });
    }

    @AcquiresLock
    void change(OrderRepository orders) {
        try (var order = orders.lock("x")) {
            orders.save(order.change(o -> o.ship()).withStatus("sent"));
        }
    }

    interface Picker {
        LockedAccount pick(LockedAccount a, LockedAccount b);
    }

    void pick(LockedAccount a, LockedAccount b) {
        Picker richer = (x, y) -> x.getBalance() > y.getBalance() ? x : y;
        LockedAccount picked = richer.pick(a, b);
    }
}
