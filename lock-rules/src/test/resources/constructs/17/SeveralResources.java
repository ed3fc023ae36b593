import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Several resources of one {@code try}, and {@code null} among them. */
class SeveralResources {
    private AccountRepository accounts;
    private OrderRepository orders;
    private LockService locks;
    private Object kept;

    @AcquiresLock
    void fires(String id, java.io.Reader given, Account stored) throws Exception {
        LockedAccount outer = null;
        try (var account = accounts.lock(id);
                var order = orders.lock("1")) { // error: [nested.acquire]
            account.deposit(1);
        }
        try (var account = accounts.lock(id);
                var reader = read(accounts.withLock(id, a -> "x"))) { // error: [nested.acquire.call]
            outer = account; // error: [proof.reassigned]
        }
        try (var reader = read("x");
                var account = accounts.lock(id)) {
            kept = (Runnable) () -> account.deposit(1); // error: [proof.captured]
            account.close(); // error: [proof.explicit.close]
        }
        try (var account = accounts.lock(id);
                var alias = account) { // error: [proof.resource.alias]
            alias.deposit(1);
        }
        try (var reader = read(accounts.lock(id).getOwner()); // error: [acquire.not.resource]
                var made = (LockedAccount) stored) { // error: [proof.downcast]
        }
        try (AutoCloseable account = accounts.lock(id); // error: [proof.explicit.close]
                var reader = read(accounts.withLock("x", Account::getOwner))) { // error: [nested.acquire.call]
        }
        try (var account = accounts.tryLock(id);
                var second = accounts.tryLock("b")) { // error: [nested.acquire]
        }
    }

    void undeclared(String id) throws Exception {
        try (var reader = read("x");
                var account = accounts.lock(id)) { // error: [effect.undeclared]
        }
    }

    // without: place - a resource is a local variable
    // without: inline - resources are no functions
    // without: locked - resources are closeable, and entities are not

    private static java.io.Reader read(String text) {
        return new java.io.StringReader(text);
    }

    // silent: nested effect resource place escape capture close forge
    @AcquiresLock
    void quiet(String id, List<PersistentAccount> found) throws Exception {
        try (var reader = read("x");
                var account = accounts.lock(id)) {
            LockedAccount same = (LockedAccount) account;
            List.of(1).forEach(i -> same.deposit(i));
        }
        try (var account = accounts.lock(id);
                var reader = read(account.getOwner())) {
            kept = account;
        }
        try (var reader = read(accounts.withLock(id, Account::getOwner));
                var account = accounts.lock(id)) {
            account.deposit(1);
        }
        try (LockedPair<LockedAccount, LockedAccount> pair = locks.acquireBoth(found.get(0), found.get(1));
                var reader = read(pair.first().getOwner())) {
            pair.second().deposit(1);
        }
    }
}
