import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** {@code var} for local variables, resources, loops and lambdas. */
class Var {
    private AccountRepository accounts;
    private LockService locks;
    private Object kept;

    @AcquiresLock
    void fires(String id, Object any, List<PersistentAccount> found) {
        var opened = accounts.lock(id); // error: [acquire.not.resource]
        opened.close();
        var outer = opened;
        outer.close(); // error: [proof.explicit.close]
        var made = (LockedAccount) any; // error: [proof.downcast]
        try (var account = accounts.lock(id)) {
            outer = account; // error: [proof.reassigned]
            var second = accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
            var list = List.of(account); // error: [proof.type.argument]
            var array = new LockedAccount[1]; // error: [proof.array]
            Runnable later = () -> {
                var inner = account; // error: [proof.captured]
            };
        }
        for (var each : found) {
            try (var account = locks.acquire(each);
                    var nested = locks.acquire(each)) {} // error: [nested.acquire]
        }
        BiConsumer<String, String> pair = (var a, var b) -> accounts.withLock(a, x -> 1); // error: [effect.lambda]
    }

    void undeclared(String id) {
        var balance = accounts.withLock(id, Account::getBalance); // error: [effect.undeclared]
    }

    void inline(@RunsInline Runnable work) {
        var same = work; // error: [inline.param.escapes]
    }

    void locked(Account stored) {
        var same = (@Locked Account) stored; // error: [locked.cast]
    }

    // silent: nested effect resource place escape capture close forge inline locked
    @AcquiresLock
    void quiet(String id, List<PersistentAccount> found) {
        var balance = accounts.withLock(id, (var account) -> account.getBalance());
        try (var account = accounts.lock(id)) {
            var same = account;
            same = (LockedAccount) account;
            var view = (PersistentAccount) account;
            var last = same;
            List.of(1).forEach((var i) -> last.deposit(i));
            settle(account);
            kept = view;
        }
        for (var each : found) {
            try (var account = locks.acquire(each)) {
                account.deposit(1);
            }
        }
        try (var group = locks.acquireAll(found)) {
            for (var each : group) {
                each.deposit(1);
            }
        }
    }

    private void settle(@Locked Account account) {
        runs(() -> account.deposit(1));
    }

    private void runs(@RunsInline Runnable work) {
        work.run();
    }
}
