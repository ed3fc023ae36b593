import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Enhanced {@code for}. */
class EnhancedFor {
    private AccountRepository accounts;
    private LockService locks;
    private Object kept;
    private Runnable later;

    @AcquiresLock
    void fires(List<PersistentAccount> found, Object any) {
        LockedAccount last = null;
        for (PersistentAccount each : found) {
            Object opened = locks.acquire(each); // error: [acquire.not.resource]
        }
        try (LockedGroup<LockedAccount> group = locks.acquireAll(found)) {
            for (LockedAccount each : group) {
                last = each; // error: [proof.reassigned]
                later = () -> each.deposit(1); // error: [proof.captured]
                each.close(); // error: [proof.explicit.close]
                accounts.withLock("x", a -> 1); // error: [nested.acquire.call]
            }
            for (AutoCloseable each : group) {} // error: [proof.explicit.close]
            for (PersistentAccount each : found) {
                try (var nested = locks.acquire(each)) {} // error: [nested.acquire]
            }
        }
        for (Account each : found.stream().map(PersistentAccount::entity).toList()) {
            each = (LockedAccount) each; // error: [proof.downcast]
            Object same = (@Locked Account) each; // error: [locked.cast]
        }
        List<LockedAccount> proofs = null; // error: [proof.type.argument]
        for (LockedAccount each : proofs) {}
        for (LockedAccount each : new LockedAccount[0]) {} // error: [proof.array]
    }

    void undeclared(List<String> ids) {
        for (String id : ids) {
            accounts.withLock(id, a -> 1); // error: [effect.undeclared]
        }
    }

    void inline(List<String> ids, @RunsInline Runnable work) {
        for (String id : ids) {
            later = work; // error: [inline.param.escapes]
        }
    }

    // silent: nested effect resource place escape capture close forge inline locked
    @AcquiresLock
    void quiet(List<PersistentAccount> found, @RunsInline Consumer<String> work) {
        for (PersistentAccount each : found) {
            try (var account = locks.acquire(each)) {
                account.deposit(1);
            }
            accounts.withLock(each.getId(), a -> 1);
            work.accept(each.getId());
        }
        try (LockedGroup<LockedAccount> group = locks.acquireAll(found)) {
            LockedAccount richest = null;
            for (LockedAccount each : group) {
                if (richest == null || each.getBalance() > richest.getBalance()) {
                    richest = (LockedAccount) each;
                }
                List.of(1).forEach(i -> each.deposit(i));
                settle(each);
            }
            for (Account each : group) {
                kept = each;
            }
        }
    }

    private void settle(@Locked Account account) {}
}
