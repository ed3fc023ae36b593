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
}
