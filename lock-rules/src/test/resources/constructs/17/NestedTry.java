import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** {@code try} in {@code try}, {@code catch} and {@code finally}. */
class NestedTry {
    private AccountRepository accounts;
    private LockService locks;
    private Object kept;

    @AcquiresLock
    void fires(String id, Account stored) {
        LockedAccount outer = null;
        try (var account = accounts.lock(id)) {
            try {
                accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
            } catch (IllegalStateException e) {
                try (var second = accounts.lock("y")) { // error: [nested.acquire]
                    second.deposit(1);
                }
            } finally {
                outer = account; // error: [proof.reassigned]
                account.close(); // error: [proof.explicit.close]
            }
            try (var reader = new java.io.StringReader("")) {
                accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
            }
        } catch (RuntimeException e) {
            try (var account = accounts.lock(id)) {
                kept = (Runnable) () -> account.deposit(1); // error: [proof.captured]
            }
            accounts.lock(id); // error: [acquire.not.resource]
        } finally {
            kept = ((LockedAccount) stored).lock(); // error: [proof.downcast]
            List<LockedAccount> list = null; // error: [proof.type.argument]
            kept = (@Locked Account) stored; // error: [locked.cast]
        }
    }

    void undeclared(String id) {
        try {
            kept = id;
        } catch (RuntimeException e) {
            accounts.withLock(id, a -> 1);  // error: [effect.undeclared]
        }
    }

    void inline(@RunsInline Runnable work) {
        try {
            work.run();
        } finally {
            kept = work; // error: [inline.param.escapes]
        }
    }

    // silent: nested effect resource place escape capture close forge inline locked
    @AcquiresLock
    long quiet(String id, @RunsInline Runnable work, PersistentAccount view) throws Exception {
        long balance = 0;
        try {
            try (var account = accounts.lock(id)) {
                try {
                    LockedAccount same = (LockedAccount) account;
                    List.of(1).forEach(i -> same.deposit(i));
                    settle(same);
                    return same.getBalance();
                } catch (IllegalStateException e) {
                    balance = account.getBalance();
                    kept = account;
                }
            } catch (LockException e) {
                accounts.withLock(id, a -> 1);
                try (var account = accounts.lock(id)) {
                    account.deposit(1);
                }
            } finally {
                accounts.withLock(id, a -> 1);
                work.run();
            }
        } finally {
            try (var second = locks.acquire(view)) {
                second.deposit(balance);
            }
        }
        return balance;
    }

    private void settle(@Locked Account account) {}
}
