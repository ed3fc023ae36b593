import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresReferences {
    private AccountRepository accounts;

    @AcquiresLock
    void refund(String id) {
        accounts.withLock(id, account -> 1);
    }

    @AcquiresLock
    static void refundAll(AccountRepository accounts) {
        accounts.withLock("x", account -> 1);
    }

    @AcquiresLock
    void references(Executor executor) {
        Consumer<String> bound = this::refund; // error: [effect.methodref]
        BiConsumer<FiresReferences, String> unbound = FiresReferences::refund; // error: [effect.methodref]
        Consumer<AccountRepository> toStatic = FiresReferences::refundAll; // error: [effect.methodref]
        Supplier<Acquirer> constructor = Acquirer::new; // error: [effect.methodref]
        Consumer<String> toPrivate = this::helper; // error: [effect.methodref]
        Consumer<String> lock = accounts::lock; // error: [effect.methodref]
        executor.execute(this::open); // error: [effect.methodref]
    }

    @AcquiresLock
    LockedAccount open() {
        return accounts.lock("x");
    }

    private void helper(String id) {
        refund(id);
    }

    static class Acquirer {
        @AcquiresLock
        Acquirer() {}

        @AcquiresLock
        void work() {}
    }

    static class Sub extends Acquirer {
        @AcquiresLock
        Sub() {}

        @AcquiresLock
        void run() {
            Runnable inherited = super::work; // error: [effect.methodref]
        }
    }
}
