import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;

/** Locals that are made by generic code: a stored entity stays one, and a locked one forgets its lock. */
class FiresGeneric {
    private final AccountRepository accounts;
    private final List<Account> stored;

    FiresGeneric(AccountRepository accounts, List<Account> stored) {
        this.accounts = accounts;
        this.stored = stored;
    }

    static <T> T same(T value) {
        return value;
    }

    static <T> T either(T one, T other) {
        return one.hashCode() > 0 ? one : other;
    }

    static <T> List<Account> find(List<T> ids) {
        return List.of();
    }

    void loops() {
        for (Account account : find(List.of("1"))) {
            accounts.save(account); // error: [save.not.writable]
        }
        for (Account account : List.of(new Account("1", "Ada", 0), stored.get(0))) {
            accounts.save(account); // error: [save.not.writable]
        }
        for (var account : Stream.concat(Stream.of(new Account("1", "Ada", 0)), stored.stream()).toList()) {
            accounts.save(account); // error: [save.not.writable]
        }
        for (Account account : List.of(new Account("1", "Ada", 0))) {
            account = stored.get(0);
            accounts.save(account); // error: [save.not.writable]
        }
    }

    void locals(@Locked Account locked) {
        var one = same(stored.get(0));
        accounts.save(one); // error: [save.not.writable]
        Account two = either(new Account("2", "Ada", 0), stored.get(0));
        accounts.save(two); // error: [save.not.writable]
        Account three = either(stored.get(0), new Account("3", "Ada", 0));
        accounts.save(three); // error: [save.not.writable]
        Account four = Optional.of(new Account("4", "Ada", 0)).orElse(one);
        accounts.save(four); // error: [save.not.writable]
        Account five = new Account("5", "Ada", 0);
        five = either(five, one);
        accounts.save(five); // error: [save.not.writable]
        Account six = one.getBalance() > 0 ? same(one) : same(new Account("6", "Ada", 0));
        accounts.save(six); // error: [save.not.writable]
        Account seven = same(locked);
        accounts.save(seven); // error: [save.not.writable]
        @Fresh Account eight = same(one); // error: [assignment.not.locked]
        accounts.save(eight);
    }

    private Account mixed() {
        return either(new Account("1", "Ada", 0), stored.get(0));
    }

    private Account perhapsStored() {
        return Optional.of(new Account("1", "Ada", 0)).orElseGet(() -> stored.get(0));
    }

    void factories(boolean again) {
        accounts.save(mixed()); // error: [save.not.writable]
        accounts.save(same(perhapsStored())); // error: [save.not.writable]
        Account one = same(new Account("1", "Ada", 0));
        Account other = same(one);
        if (again) {
            other = same(stored.get(0));
            one = same(other);
        }
        accounts.save(one); // error: [save.not.writable]
        accounts.save(other); // error: [save.not.writable]
    }
}
