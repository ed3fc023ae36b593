import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Variable numbers of arguments. */
class Varargs {
    private AccountRepository accounts;
    private LockService locks;
    private Object kept;

    void takesMany(LockedAccount... all) {} // error: [proof.array]

    @SafeVarargs
    static <T> List<T> listOf(T... all) {
        return List.of(all);
    }

    static void log(Object... all) {}

    static void closes(AutoCloseable... all) {}

    @AcquiresLock
    void takes(String... ids) {
        for (String id : ids) {
            accounts.withLock(id, a -> 1);
        }
    }

    @AcquiresLock
    void fires(String id, Object any) {
        try (var account = accounts.lock(id)) {
            takes(); // error: [nested.acquire.call]
            takes("a", "b"); // error: [nested.acquire.call]
            closes(null, account); // error: [proof.explicit.close]
            feed(each -> each.deposit(1), account); // error: [proof.escapes.argument]
            Runnable later = () -> log("x", account); // error: [proof.captured]
        }
        log(accounts.lock("a"), 1); // error: [acquire.not.resource]
        log(1, (LockedAccount) any); // error: [proof.downcast]
    }

    void undeclared() {
        takes("a"); // error: [effect.undeclared]
        Consumer<String> later = this::takes; // error: [effect.methodref]
    }

    void inline(@RunsInline Runnable... work) {
        kept = work; // error: [inline.param.escapes]
    }

    void locked(@Locked Account... all) {} // error: [locked.location]

    @SafeVarargs
    static <T> void feed(Consumer<? super T> consumer, T... all) {}

    // silent: inline locked
    void quiet(@Locked Account own, @RunsInline Consumer<String> work, String... ids) {
        work.accept("x");
    }

    // silent: nested effect resource place escape capture close forge
    @AcquiresLock
    void quiet(String id, PersistentAccount... found) {
        takes();
        takes(id, "b");
        try (var account = accounts.lock(id)) {
            log("x", account, (LockedAccount) account);
            Account read = listOf((Account) account).get(0);
            log(listOf(account).get(0).getBalance());
            List.of(1).forEach(i -> log(i, account));
        }
        try (LockedGroup<LockedAccount> group = locks.acquireAll(listOf(found))) {
            group.forEach(each -> each.deposit(1));
        }
    }
}
