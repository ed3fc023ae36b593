import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import shop.Account;
import shop.PersistentAccount;

class Silent {
    interface WithLock {
        void run(@Locked Account account);
    }

    interface Maker {
        Account make(String id, String owner, long balance);
    }

    static void settle(@Locked Account account) {}

    static void read(Account account) {}

    void references(List<Account> list, List<PersistentAccount> stored) {
        WithLock settle = Silent::settle;
        WithLock reading = Silent::read;
        Maker maker = Account::new;
        Consumer<Account> consumer = Silent::read;
        Supplier<Account> supplier = () -> maker.make("1", "Ada", 0);
        Function<String, @Fresh Account> factory = Account::fresh;
        list.forEach(Silent::read);
        stored.stream().map(PersistentAccount::entity).map(Account::getOwner).collect(Collectors.toSet());
        consumer.accept(supplier.get());
        factory.apply("1").deposit(1);
        list.sort(java.util.Comparator.comparing(Account::getBalance).thenComparing(Account::getId));
        use(settle, reading);
    }

    void use(WithLock one, WithLock other) {}
}
