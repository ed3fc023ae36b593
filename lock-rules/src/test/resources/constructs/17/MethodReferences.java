import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Method references of all four kinds, and of arrays' constructors. */
class MethodReferences {
    private AccountRepository accounts;
    private Object kept;

    @AcquiresLock
    static void takes(AccountRepository accounts) {
        accounts.withLock("x", a -> 1);
    }

    @AcquiresLock
    void takes(String id) {
        accounts.withLock(id, a -> 1);
    }

    MethodReferences() {}

    @AcquiresLock
    MethodReferences(String id) {}

    @AcquiresLock
    LockedAccount open(String id) {
        return accounts.lock(id);
    }

    @AcquiresLock
    void fires(String id, LockedAccount none) {} // error: [effect.contradiction]

    @AcquiresLock
    void fires(String id, Executor executor, Object any) {
        Consumer<AccountRepository> ofClass = MethodReferences::takes; // error: [effect.methodref]
        Consumer<String> bound = this::takes; // error: [effect.methodref]
        BiConsumer<MethodReferences, String> unbound = MethodReferences::takes; // error: [effect.methodref]
        Function<String, MethodReferences> constructor = MethodReferences::new; // error: [effect.methodref]
        Consumer<String> discards = this::open; // error: [effect.methodref]
        List.of(id).forEach(this::open); // error: [acquire.not.resource]
        Job job = this::open; // error: [acquire.not.resource]
        try (var account = accounts.lock(id)) {
            List.of(id).forEach(this::takes); // error: [nested.acquire.call]
            List.of(this).forEach(m -> List.of(id).forEach(m::takes)); // error: [nested.acquire.call]
            List.of(accounts).forEach(MethodReferences::takes); // error: [nested.acquire.call]
            List.of(id).forEach(MethodReferences::new); // error: [nested.acquire.call]
            LongConsumer later = account::deposit; // error: [proof.captured]
            executor.execute(account::close); // error: [proof.explicit.close]
            Consumer<LockedAccount> closer = LockedAccount::close; // error: [proof.explicit.close] [proof.type.argument]
        }
        Function<Object, Account> cast = LockedAccount.class::cast; // error: [proof.downcast]
        IntFunction<Object> arrays = LockedAccount[]::new; // error: [proof.array]
    }

    interface Maker {
        LockedAccount make(Object any);
    }

    void makes() {
        Maker maker = LockedAccount.class::cast; // error: [proof.downcast]
    }

    interface Job {
        @AcquiresLock
        void run(String id);
    }

    interface Inline {
        void run(@RunsInline Runnable work);
    }

    void inline(Executor executor, @RunsInline Runnable work) {
        Inline dropped = executor::execute; // error: [inline.override]
        Runnable later = work::run; // error: [inline.param.escapes]
    }

    interface Returns {
        LockedAccount get(LockedAccount first);
    }

    // without: locked - a reference names no type, what it binds is checked where it is declared
    // without: escape - what it binds is captured, what it gives is its interface's result

    // silent: nested effect resource place capture close forge inline escape
    @AcquiresLock
    void quiet(String id, Map<String, Integer> map) {
        Job job = this::takes;
        Opener opener = this::open;
        List.of(id).forEach(this::takes);
        Runnable detached = Locks.detached(this::all);
        Supplier<MethodReferences> constructor = MethodReferences::new;
        Function<PersistentAccount, Long> unbound = PersistentAccount::getBalance;
        IntFunction<PersistentAccount[]> arrays = PersistentAccount[]::new;
        Inline inline = MethodReferences::runs;
        try (var account = accounts.lock(id)) {
            OptionalLong.of(1).ifPresent(account::deposit);
            Returns same = MethodReferences::same;
            List.of("x").forEach(account.getOwner()::concat);
        }
    }

    interface Opener {
        @AcquiresLock
        LockedAccount open(String id);
    }

    @AcquiresLock
    private void all() {
        takes("x");
    }

    private static void runs(@RunsInline Runnable work) {
        work.run();
    }

    private static LockedAccount same(LockedAccount account) {
        return account;
    }
}
