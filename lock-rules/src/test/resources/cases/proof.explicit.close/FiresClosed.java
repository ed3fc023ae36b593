import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresClosed {
    static void closeAll(AutoCloseable... all) {}

    static <C extends AutoCloseable> void quietly(C closeable) {}

    static void it(AutoCloseable closeable) {}

    AutoCloseable closes(
            LockedAccount account,
            LockProof<?> proof,
            LockedPair<LockedAccount, LockedAccount> pair,
            LockedGroup<LockedAccount> group,
            List<AutoCloseable> closeables) {
        account.close(); // error: [proof.explicit.close]
        proof.close(); // error: [proof.explicit.close]
        pair.close(); // error: [proof.explicit.close]
        pair.first().close(); // error: [proof.explicit.close]
        group.close(); // error: [proof.explicit.close]
        account.lock().release(); // error: [proof.explicit.close]
        Runnable closing = account::close; // error: [proof.explicit.close]
        group.forEach(LockedAccount::close); // error: [proof.explicit.close]
        AutoCloseable local = account; // error: [proof.explicit.close]
        local = pair; // error: [proof.explicit.close]
        it(account); // error: [proof.explicit.close]
        closeAll(account); // error: [proof.explicit.close]
        quietly(account); // error: [proof.explicit.close]
        closeables.add(account); // error: [proof.explicit.close]
        Object any = (AutoCloseable) account; // error: [proof.explicit.close]
        return account; // error: [proof.explicit.close]
    }

    @AcquiresLock
    void resource(AccountRepository accounts) throws Exception {
        try (AutoCloseable account = accounts.lock("x")) { // error: [proof.explicit.close]
            account.close();
        }
    }

    static void each(List<? extends AutoCloseable> all) {}

    static <T> Supplier<T> now(@RunsInline Supplier<T> supplier) {
        return null;
    }

    void upcasts(LockedAccount account, LockedGroup<LockedAccount> group, boolean flag, int number) throws Exception {
        AutoCloseable[] array = {account}; // error: [proof.explicit.close]
        AutoCloseable chosen = flag ? account : null; // error: [proof.explicit.close]
        AutoCloseable switched = switch (number) {
            case 1 -> null;
            case 2 -> {
                yield account; // error: [proof.explicit.close]
            }
            default -> account; // error: [proof.explicit.close]
        };
        each(List.of(account)); // error: [proof.explicit.close]
        Supplier<AutoCloseable> result = now(() -> account); // error: [proof.explicit.close]
        for (AutoCloseable each : group) { // error: [proof.explicit.close]
            each.close();
        }
    }

    static void every(Iterable<? extends AutoCloseable> all) {}

    static <C extends AutoCloseable> void allOf(List<C> all) {}

    static <T> void use(T value, @RunsInline Consumer<? super T> action) {
        action.accept(value);
    }

    static <T> void useBoth(T value, @RunsInline BiConsumer<String, ? super T> action) {
        action.accept("", value);
    }

    static void named(String name, AutoCloseable closeable) {}

    void hidden(LockedAccount account, LockedPair<LockedAccount, LockedAccount> pair, LockedGroup<LockedAccount> group) {
        every(group); // error: [proof.explicit.close]
        every(group.proofs()); // error: [proof.explicit.close]
        allOf(group.proofs()); // error: [proof.explicit.close]
        Optional<? extends List<? extends AutoCloseable>> deep = Optional.of(group.proofs()); // error: [proof.explicit.close]
        use(account, FiresClosed::it); // error: [proof.explicit.close]
        group.forEach(FiresClosed::it); // error: [proof.explicit.close]
        use(account, FiresClosed::closeAll); // error: [proof.explicit.close]
        useBoth(account, FiresClosed::named); // error: [proof.explicit.close]
        use(account, (AutoCloseable each) -> it(each)); // error: [proof.explicit.close]
        use(account, account == null ? null : (AutoCloseable each) -> {}); // error: [proof.explicit.close]
        Optional.<AutoCloseable>empty().orElseGet(pair::first); // error: [proof.explicit.close]
    }
}
