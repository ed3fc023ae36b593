import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** {@code instanceof} with a pattern. */
class InstanceofPatterns {
    private AccountRepository accounts;
    private Runnable later;

    void fires(Object any, Account stored, LockedAccount account) {
        if (any instanceof LockedAccount made) { // error: [proof.downcast]
            made.close(); // error: [proof.explicit.close]
        }
        if (stored instanceof LockedAccount made && made.getBalance() > 0) {} // error: [proof.downcast]
        if (any instanceof LockProof<?> made) {} // error: [proof.downcast]
        if (!(any instanceof LockedPair<?, ?> made)) {} // error: [proof.downcast]
        if (any instanceof @Locked Account made) {} // error: [locked.cast]
        if (any instanceof String text) {
            later = () -> account.deposit(text.length()); // error: [proof.captured]
            accounts.withLock("x", a -> 1); // error: [nested.acquire.call]
            accounts.lock("x"); // error: [nested.acquire]
        }
        if (any instanceof List<?> list && accounts.withLock("x", a -> true)) {} // error: [nested.acquire.call]
    }

    @AcquiresLock
    void firesAlone(Object any, String id) {
        LockedAccount outer = null;
        if (((Object) accounts.lock(id)) instanceof Account opened) {} // error: [acquire.not.resource]
        try (var account = accounts.lock(id)) {
            if (any instanceof String text) {
                outer = account; // error: [proof.reassigned]
            }
        }
    }

    void undeclared(Object any) {
        if (any instanceof String id && accounts.withLock(id, a -> true)) {} // error: [effect.undeclared]
    }

    void inline(@RunsInline Runnable work) {
        if (work instanceof Job job) { // error: [inline.param.escapes]
            job.run();
        }
    }

    interface Job extends Runnable {}

    // without: place - what a pattern declares is a local variable, see LocalClasses

    // silent: nested effect resource place escape capture close forge inline
    @AcquiresLock
    boolean quiet(Object any, String id, @RunsInline Runnable work) {
        if (any instanceof Account seen && seen.getBalance() > 0) {
            return true;
        }
        if (any instanceof PersistentAccount seen && !(work instanceof Job)) {
            return accounts.withLock(seen.getId(), a -> true);
        }
        try (var account = accounts.lock(id)) {
            if (any instanceof String text) {
                List.of(1).forEach(i -> account.deposit(text.length()));
            }
            Account read = account;
            return read instanceof LockedAccount;
        }
    }

    // silent: locked
    void quietParts(LockProof<?> proof) {
        if (proof.entity() instanceof @Locked Account own) {
            own.deposit(1);
        }
    }
}
