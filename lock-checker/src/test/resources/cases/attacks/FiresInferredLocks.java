import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.PolyLocked;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shop.Account;
import shop.AccountRepository;

/** Generic code gets no locks, however deep in what is inferred, and hands none to its functions. */
class FiresInferredLocks {
    private final AccountRepository accounts;
    private final Executor executor;
    private Consumer<Account> kept;

    FiresInferredLocks(AccountRepository accounts, Executor executor) {
        this.accounts = accounts;
        this.executor = executor;
    }

    <T> T later(T value, Consumer<? super T> consumer) {
        executor.execute(() -> consumer.accept(value));
        return value;
    }

    <T, R> R apply(T value, Function<T, R> function) {
        return function.apply(value);
    }

    <T> T chain(T value, UnaryOperator<T> function) {
        return function.apply(value);
    }

    static @PolyLocked Account same(@PolyLocked Account account) {
        return account;
    }

    void nested(@Locked Account account) {
        var list = Optional.of("x").map(s -> List.of(account)).get();
        var lists = List.of(List.of(account));
        var optionals = Stream.of("x").map(s -> Optional.of(account)).toList();
        var streams = Stream.of("x").map(s -> Stream.of("y").map(t -> account).toList()).toList();
        var blocks = Stream.of("x").map(s -> {
            return Stream.of(account).toList();
        }).toList();
        executor.execute(() -> accounts.save(list.get(0))); // error: [save.not.writable]
        executor.execute(() -> accounts.save(lists.get(0).get(0))); // error: [save.not.writable]
        executor.execute(() -> accounts.save(optionals.get(0).get())); // error: [save.not.writable]
        executor.execute(() -> accounts.save(streams.get(0).get(0))); // error: [save.not.writable]
        executor.execute(() -> accounts.save(blocks.get(0).get(0))); // error: [save.not.writable]
    }

    void functions(@Locked Account account) {
        later(account, a -> accounts.save(a)); // error: [save.not.writable]
        later(account, a -> {
            accounts.save(same(a)); // error: [save.not.writable]
        });
        later(account, accounts::save); // error: [save.not.writable]
        apply(account, a -> accounts.save(a)); // error: [save.not.writable]
        apply(account, a -> {
            kept = b -> accounts.save(a); // error: [save.not.writable]
            return 1;
        });
        accounts.save(chain(account, a -> a.renamed("x"))); // error: [save.not.writable]
        Account applied = apply(account, a -> a);
        accounts.save(applied); // error: [save.not.writable]
        apply(account, a -> apply(a, b -> same(b))).withdraw(1); // error: [argument.not.locked]
    }
}
