import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** {@code try} on a variable that exists already. */
class TryOnVariable {
    private AccountRepository accounts;
    private LockedAccount field; // error: [proof.field]
    private Object kept;

    void fires(LockedAccount account, LockedPair<LockedAccount, LockedAccount> pair) {
        try (account) { // error: [proof.resource.alias]
            account.deposit(1);
        }
        try (pair) { // error: [proof.resource.alias]
            pair.first();
        }
    }

    @AcquiresLock
    void local(String id, Account stored) {
        LockedAccount account = accounts.lock(id); // error: [acquire.not.resource]
        try (account) {
            accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
            kept = (Runnable) () -> account.deposit(1); // error: [proof.captured]
        }
        final LockedAccount made = (LockedAccount) stored; // error: [proof.downcast]
        AutoCloseable closeable = made; // error: [proof.explicit.close]
        try (var own = accounts.lock(id)) {
            try (own) { // error: [proof.resource.alias]
                accounts.lock("y"); // error: [nested.acquire]
            }
        }
    }

    void undeclared(java.io.Reader reader) throws Exception {
        try (reader) {
            accounts.withLock("x", a -> 1); // error: [effect.undeclared]
        }
    }

    @AcquiresLock
    LockedAccount returns(java.io.Reader reader) throws Exception {
        try (reader;
                var account = accounts.lock("x")) {
            return account; // error: [proof.escapes.return]
        }
    }

    // without: inline - resources are no functions
    // without: locked - resources are closeable, and entities are not

    // silent: nested effect resource place escape capture close forge
    @AcquiresLock
    void quiet(java.io.Reader reader, String id) throws Exception {
        try (reader) {
            accounts.withLock(id, a -> 1);
        }
        try (reader;
                var account = accounts.lock(id)) {
            LockedAccount same = (LockedAccount) account;
            List.of(1).forEach(i -> same.deposit(i));
            kept = same;
        }
    }
}
