import java.util.List;
import java.util.function.Supplier;
import shop.Account;
import shop.AccountRepository;

class FiresFactories {
    private final AccountRepository accounts;
    private Account cached = new Account("1", "Ada", 0);

    FiresFactories(AccountRepository accounts) {
        this.accounts = accounts;
    }

    private Account cached() {
        return cached;
    }

    private Account either(boolean choice) {
        if (choice) {
            return new Account("1", "Ada", 0);
        }
        return cached();
    }

    private Account notItsOwn(List<Account> list) {
        Supplier<Account> supplier = () -> {
            return new Account("1", "Ada", 0);
        };
        list.add(supplier.get());
        return list.get(0);
    }

    private Account ping(int times) {
        return times == 0 ? new Account("1", "Ada", 0) : pong(times - 1);
    }

    private Account pong(int times) {
        return times == 0 ? cached : ping(times - 1);
    }

    Account open() {
        return new Account("1", "Ada", 0);
    }

    void saves(List<Account> list) {
        accounts.save(cached()); // error: [save.not.writable]
        accounts.save(either(true)); // error: [save.not.writable]
        accounts.save(notItsOwn(list)); // error: [save.not.writable]
        accounts.save(ping(3)); // error: [save.not.writable]
        accounts.save(pong(3)); // error: [save.not.writable]
        accounts.save(open()); // error: [save.not.writable]
        list.stream().map(account -> cached()).forEach(accounts::save); // error: [save.not.writable]
    }
}
