import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.Writable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;
import shop.LockedOrder;
import shop.Order;
import shop.OrderRepository;

class Silent {
    private final AccountRepository accounts;
    private final OrderRepository orders;

    Silent(AccountRepository accounts, OrderRepository orders) {
        this.accounts = accounts;
        this.orders = orders;
    }

    void fresh(String id) {
        accounts.save(new Account(id, "Ada", 0));
        Account account = new Account(id, "Ada", 0);
        account.deposit(5);
        accounts.save(account);
        var other = new Account(id, "Ada", 0);
        accounts.save(other);
        accounts.save(Account.fresh(id));
        Account made = Account.fresh(id);
        accounts.save(made);
        accounts.save(new Account(id, "Ada", 0) {});
    }

    void copyOfFresh(String id) {
        accounts.save(new Account(id, "Ada", 0).renamed("Bob"));
        Order order = new Order(id, "Ada", "NEW");
        order = order.ship();
        order = order.withStatus("DONE").itself();
        orders.save(order);
    }

    void copyOfWhatIsNotAlwaysNew(String id, Order found) {
        Order order = new Order(id, "Ada", "NEW");
        order = order.ship();
        order = found;
    }

    void assignedInBranches(boolean rich, String id) {
        Account account;
        if (rich) {
            account = new Account(id, "Ada", 1_000_000);
        } else {
            account = new Account(id, "Ada", 0);
        }
        accounts.save(account);
        Account later = null;
        if (rich) {
            later = account;
        }
        accounts.save(later);
    }

    @AcquiresLock
    void locked(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            account.deposit(5);
            accounts.save(account);
            accounts.save(account.entity());
            Account alias = account;
            accounts.save(alias);
            Account entity = account.entity();
            accounts.save(entity);
            accounts.save((Account) account);
            accounts.save(entity.getBalance() > 5 ? entity : new Account("2", "Bob", 0));
            accounts.delete(account);
        }
    }

    @AcquiresLock
    void lockedRecord(String id) {
        try (var order = orders.lock(id)) {
            orders.save(order.withStatus("DONE"));
            orders.save(order.change(o -> o.ship()));
            orders.save(order);
        }
        try (LockedOrder order = orders.lock(id)) {
            orders.delete(order);
        }
    }

    void parameters(@Locked Account locked, @Fresh Account fresh, @Writable Account either, @Fresh Order order) {
        accounts.save(locked);
        accounts.save(fresh);
        accounts.save(either);
        orders.save(order);
        orders.save(order.ship());
    }

    void seeds() {
        Stream.of(new Account("1", "Ada", 0), Account.fresh("2")).forEach(accounts::save);
        IntStream.range(0, 9).mapToObj(i -> new Account("a" + i, "Ada", 0)).forEach(accounts::save);
        List<@Fresh Account> list = new ArrayList<>();
        list.add(new Account("3", "Ada", 0));
        for (Account account : list) {
            accounts.save(account);
        }
        Supplier<@Fresh Account> supplier = () -> new Account("4", "Ada", 0);
        accounts.save(supplier.get());
    }

    void neverSaved(AccountRepository other) {
        accounts.save(null);
    }
}
