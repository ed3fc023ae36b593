import dev.lockproof.annotations.Locked;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

/** What is locked may go anywhere as what it is. */
class SilentInferredLocks {
    private final AccountRepository accounts;

    SilentInferredLocks(AccountRepository accounts) {
        this.accounts = accounts;
    }

    static <T> T tap(T value, Consumer<? super T> consumer) {
        consumer.accept(value);
        return value;
    }

    interface Under<R> {
        R apply(@Locked Account account);
    }

    static <R> R under(@Locked Account account, Under<R> function) {
        return function.apply(account);
    }

    void read(@Locked Account account, LockedAccount proof) {
        List<List<Account>> lists = List.of(List.of(account));
        List<Optional<Account>> optionals = Stream.of("x").map(s -> Optional.of(account)).toList();
        tap(account, a -> a.getId());
        tap(proof.entity(), a -> a.getId()).getBalance();
        Account last = Stream.iterate(account, a -> a.renamed("x")).skip(2).findFirst().orElseThrow();
        Function<Account, String> owner = a -> Optional.of(a).map(b -> b.getOwner()).orElse("");
        lists.forEach(list -> list.forEach(a -> owner.apply(a)));
        optionals.stream().flatMap(o -> o.stream()).map(a -> a.renamed(last.getOwner())).forEach(a -> a.deposit(1));
    }

    List<Account> save(@Locked Account account) {
        String owner = under(account, a -> {
            a.withdraw(1);
            accounts.save(a);
            return a.getOwner();
        });
        List<Account> made = under(account, a -> List.of(a, new Account(owner, "Ada", 1)));
        return Stream.of("x").flatMap(s -> under(account, a -> Stream.of(a, accounts.save(a).entity()))).toList();
    }
}
