import module java.base;

import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;

/** Names that come from imported modules. */
class ModuleImports {
    private AccountRepository accounts;
    private Object kept;

    @AcquiresLock
    void fires(String id, Executor executor, Object any) {
        executor.execute(() -> accounts.withLock(id, a -> 1)); // error: [effect.lambda]
        LockedAccount outer = null;
        try (var account = accounts.lock(id)) {
            List<LockedAccount> list = new ArrayList<>(); // error: [proof.type.argument]
            outer = account; // error: [proof.reassigned]
            Runnable later = () -> account.deposit(1); // error: [proof.captured]
            accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
            account.close(); // error: [proof.explicit.close]
        }
        kept = accounts.lock(id); // error: [acquire.not.resource]
        kept = (LockedAccount) any; // error: [proof.downcast]
        kept = (@Locked Account) any; // error: [locked.cast]
    }

    void inline(@RunsInline Runnable work) {
        kept = work; // error: [inline.param.escapes]
    }

    // silent: nested effect resource place escape capture close forge inline locked
    @AcquiresLock
    void quiet(String id, Executor executor, @RunsInline Supplier<String> work) {
        executor.execute(Locks.detached(() -> {
            accounts.withLock(id, a -> 1);
        }));
        try (var account = accounts.lock(work.get())) {
            LockedAccount same = (LockedAccount) account;
            Stream.of(1).forEach(i -> same.deposit(i));
            kept = List.<PersistentAccount>of(account);
            settle(account);
        }
    }

    private void settle(@Locked Account account) {}
}
