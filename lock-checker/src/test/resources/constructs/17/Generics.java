import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Generic methods, wildcards, intersection types and varargs. */
class Generics {
    AccountRepository accounts;
    LockService locks;

    static void settle(@Locked Account account) {}

    static <A extends Account> void settleAny(@Locked A account) {}

    static <T> T same(T value) {
        return value;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> List<T> listOf(T... all) {
        return List.of(all);
    }

    interface Handler<T> {
        void handle(T value);

        T pick(T value);
    }

    <A extends Account> void fires(A stored, List<? extends Account> list, @Locked Account account) {
        settle(stored); // error: [argument.not.locked]
        settleAny(stored); // error: [argument.not.locked]
        accounts.save(list.get(0)); // error: [save.not.writable]
        accounts.save(same(account)); // error: [save.not.writable]
        settle(listOf(account).get(0)); // error: [argument.not.locked]
        @Locked Account own = same(account); // error: [assignment.not.locked]
        Handler<Account> handler = new Handler<>() {
            @Override
            public void handle(@Locked Account value) {} // error: [override.locked.parameter]

            @Override
            public @Fresh Account pick(Account value) {
                return value; // error: [return.not.locked]
            }
        };
        list.forEach(Generics::settle); // error: [methodref.not.locked]
        List<@Fresh Account> fresh = listOf(account); // error: [type.argument.not.locked]
        Object cast = (@Locked A) stored; // error: [locked.cast]
    }

    // silent: needs gives overrides references casts
    <A extends Account, P extends Account & LockProof<Account>> void quiet(
            @Locked A account, P proof, List<? super Account> list, Consumer<? super Account> reader) {
        settle(account);
        settleAny(account);
        settle(proof);
        settleAny(proof);
        accounts.save(account);
        accounts.save(proof);
        list.add(account);
        list.add(proof);
        reader.accept(account);
        listOf(account, proof).forEach(reader);
        listOf(account, account).forEach(Account::getBalance);
        @Locked Account own = (@Locked A) account;
        new Handler<Account>() {
            @Override
            public void handle(Account value) {}

            @Override
            public @Fresh Account pick(Account value) {
                return new Account("1", "Ada", 1);
            }
        };
        same(new Account("1", "Ada", 1)).getBalance();
        accounts.save(same(new Account("1", "Ada", 1)));
    }

    @AcquiresLock
    <T, L extends LockProof<T>> void acquires(Persistent<T, L> found, @RunsInline Consumer<? super L> work) {
        try (L locked = locks.acquire(found)) {
            T entity = locked.entity();
            work.accept(locked);
        }
    }
}
