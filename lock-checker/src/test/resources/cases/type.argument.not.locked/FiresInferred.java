import dev.lockproof.annotations.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;

/** What is inferred is one thing everywhere: a list can't hold new entities for one, and stored ones for another. */
class FiresInferred {
    private final AccountRepository accounts;
    private final List<Account> stored;
    private Box<@Fresh Account> kept;
    private List<@Fresh Account> drafts = new ArrayList<>();

    FiresInferred(AccountRepository accounts, List<Account> stored) {
        this.accounts = accounts;
        this.stored = stored;
    }

    static class Box<T> {
        T value;

        static <T> Box<T> of(T value) {
            Box<T> box = new Box<>();
            box.value = value;
            return box;
        }

        Box<T> shownTo(Consumer<Box<T>> other) {
            other.accept(this);
            return this;
        }
    }

    void take(List<Account> list) {}

    void factories() {
        accounts.save(make()); // error: [save.not.writable]
        accounts.save(madeInFunction()); // error: [save.not.writable]
    }

    private Account make() {
        var one = Optional.of(new Account("1", "Ada", 0)).or(() -> stored.stream().findFirst());
        return one.get();
    }

    private Account madeInFunction() {
        Supplier<Optional<Account>> function = () -> {
            var one = Optional.of(new Account("1", "Ada", 0)).or(() -> stored.stream().findFirst());
            return one;
        };
        var one = function.get();
        return one.get();
    }

    void box() {
        Box<Account> box = Box.of(new Account("1", "Ada", 0)).shownTo(b -> kept = b); // error: [type.argument.not.locked]
        box.value = stored.get(0);
        accounts.save(kept.value);
    }

    void variables() {
        var list = Stream.of("1").map(id -> new Account(id, "Ada", 0)).toList();
        list.forEach(accounts::save); // error: [save.not.writable]
        take(list);
        var more = new ArrayList<>(Stream.of("1").map(id -> new Account(id, "Ada", 0)).toList());
        take(more);
        drafts = more; // error: [type.argument.not.locked]
        for (var each : more) {
            accounts.save(each); // error: [save.not.writable]
        }
    }

    void entries(Map<String, @Fresh Account> drafts) {
        for (var entry : drafts.entrySet()) {
            entry.setValue(stored.get(0)); // error: [argument.not.locked]
        }
    }

    void chains() {
        Optional.of(new Account("1", "Ada", 0))
                .or(() -> stored.stream().findFirst()) // error: [type.argument.not.locked]
                .ifPresent(one -> accounts.save(one));
        Stream.of("1")
                .map(id -> new Account(id, "Ada", 0))
                .map(one -> one.getBalance() > 0 ? one : stored.get(0))
                .forEach(accounts::save); // error: [save.not.writable]
        Account one = Optional.of(new Account("1", "Ada", 0)).orElseGet(() -> stored.get(0));
        accounts.save(one); // error: [save.not.writable]
    }

    List<@Fresh Account> results(boolean any) {
        var list = new ArrayList<>(List.of(new Account("1", "Ada", 0)));
        Runnable later = () -> {
            take(list);
            Account each = list.get(0);
            accounts.save(each); // error: [save.not.writable]
        };
        later.run();
        return list; // error: [type.argument.not.locked]
    }
}
