import dev.lockproof.annotations.Fresh;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;

/** Locals that are made by generic code: what comes out of it is as new as what went in. */
class SilentGeneric {
    private final AccountRepository accounts;
    private final List<Account> stored;

    SilentGeneric(AccountRepository accounts, List<Account> stored) {
        this.accounts = accounts;
        this.stored = stored;
    }

    static <T> T same(T value) {
        return value;
    }

    static <T> List<@Fresh Account> open(List<T> names) {
        return names.stream().map(name -> new Account(name.toString(), "Ada", 0)).toList();
    }

    private static <T> T timed(Supplier<T> work) {
        return work.get();
    }

    private static Account make(String id) {
        return new Account(id, "Ada", 0);
    }

    void loops(List<String> ids) {
        for (Account account : open(List.of("1"))) {
            accounts.save(account);
        }
        for (var account : open(ids)) {
            accounts.save(account);
        }
        for (Account account : List.of(new Account("1", "Ada", 0), make("2"))) {
            accounts.save(account);
        }
        for (Account account : ids.stream().map(id -> new Account(id, "Ada", 0)).toList()) {
            accounts.save(account);
        }
        for (var account : ids.stream().map(SilentGeneric::make).toList()) {
            accounts.save(account);
        }
        for (var several : ids.stream().map(id -> List.of(make(id))).toList()) {
            several.forEach(accounts::save);
            for (var account : several) {
                accounts.save(account);
            }
        }
    }

    void locals() {
        var one = same(new Account("1", "Ada", 0));
        accounts.save(one);
        Account two = Objects.requireNonNull(make("2"));
        accounts.save(two);
        Account three = same(same(two));
        accounts.save(three);
        var four = timed(() -> new Account("4", "Ada", 0));
        accounts.save(four);
        Account five = Optional.of(make("5")).orElseThrow();
        accounts.save(five);
        final Account six;
        six = same(make("6"));
        accounts.save(six);
        Account seven = make("7");
        seven = same(seven);
        accounts.save(seven);
        Account eight = one.getBalance() > 0 ? same(one) : Optional.of(two).get();
        accounts.save(eight);
    }

    private Account opened() {
        return same(new Account("1", "Ada", 0));
    }

    private Account named(Optional<String> name) {
        return name.map(SilentGeneric::make).orElseGet(() -> new Account("1", "Ada", 0));
    }

    private Account any() {
        return Optional.of(make("1")).orElseGet(() -> stored.get(0));
    }

    void factories(boolean again) {
        accounts.save(opened());
        accounts.save(same(named(Optional.empty())));
        any().getId();
        Account one = opened();
        Account other = same(one);
        if (again) {
            one = same(other);
            other = same(one);
        }
        accounts.save(one);
        accounts.save(other);
    }

    /** What is looked up before what it is made from was. */
    Runnable later(List<String> ids) {
        return () -> {
            var one = same(make("1"));
            Supplier<Account> two = () -> same(one);
            var three = timed(() -> {
                var four = same(one);
                return same(four);
            });
            accounts.save(three);
            ids.forEach(id -> {
                var five = same(same(one));
                accounts.save(five);
                accounts.save(same(two.get().getBalance() > 0 ? three : five));
            });
        };
    }

    Account read(List<String> ids) {
        Account known = same(stored.get(0));
        Account first = Stream.of(known).findFirst().orElseThrow();
        Account last = ids.stream().map(SilentGeneric::make).reduce((a, b) -> b).orElse(known);
        Account chosen = Optional.of(make("1")).orElse(first);
        Collection<Account> all = new ArrayList<>(List.of(same(make("1"))));
        all.add(known);
        for (Account account : all) {
            known.getId();
            account.getId();
        }
        for (Account account : List.of(make("1"), stored.get(0))) {
            account.getId();
        }
        Map<String, Account> byId = Map.of("1", same(last));
        return ids.isEmpty() ? chosen : byId.get("1");
    }
}
