import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresUndeclared {
    private AccountRepository accounts;
    private LockService locks;

    void takes(String id) {
        try (var account = accounts.lock(id)) { // error: [effect.undeclared]
            account.deposit(1);
        }
        try (var account = accounts.lock(id)) {
            account.deposit(1);
        }
    }

    void calls(String id) {
        helper(id); // error: [effect.undeclared]
    }

    private void helper(String id) {
        accounts.withLock(id, account -> 1);
    }

    static void inStatic(AccountRepository accounts) {
        accounts.withLock("x", account -> 1); // error: [effect.undeclared]
    }

    void inline(List<String> ids) {
        ids.forEach(id -> accounts.withLock(id, account -> 1)); // error: [effect.undeclared]
    }

    void inlineReference(List<String> ids) {
        ids.forEach(this::helper); // error: [effect.undeclared]
    }

    LockedAccount open(String id) {
        return accounts.lock(id); // error: [effect.undeclared]
    }

    FiresUndeclared() {
        accounts.withLock("x", account -> 1); // error: [effect.undeclared]
    }

    @AcquiresLock
    FiresUndeclared(String id) {
        accounts.withLock("x", account -> 1);
    }

    FiresUndeclared(long id) {
        this("x"); // error: [effect.undeclared]
    }

    interface WithDefault {
        default void run(AccountRepository accounts) {
            accounts.withLock("x", account -> 1); // error: [effect.undeclared]
        }
    }

    static class Subclass extends FiresUndeclared {
        Subclass() {
            super("x"); // error: [effect.undeclared]
        }
    }

    static class Acquirer {
        @AcquiresLock
        Acquirer() {}
    }

    static class ImplicitCall extends Acquirer {
        // error: [effect.undeclared]
        ImplicitCall(int x) {
            x++;
        }
    }

    static class ImplicitConstructor extends Acquirer {} // error: [effect.undeclared]

    enum Kind {
        ONE;

        void take(AccountRepository accounts) {
            accounts.withLock("x", account -> 1); // error: [effect.undeclared]
        }
    }

    record Payment(String id) {
        Payment {
            Kind.valueOf(id);
            new FiresUndeclared("x"); // error: [effect.undeclared]
        }
    }

    void localClass() {
        class Local {
            void take() {
                accounts.withLock("x", account -> 1); // error: [effect.undeclared]
            }
        }
        new Local();
    }
}
