import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Record patterns. */
class RecordPatterns {
    private AccountRepository accounts;
    private Runnable later;

    record Seen(Object value, String id) {}

    record Pair(Seen first, Seen second) {}

    record Box<T>(T value) {}

    record Eager(String id) {
        static AccountRepository accounts;

        @Override
        public String id() {
            return accounts.withLock(id, Account::getOwner); // error: [effect.record.accessor]
        }
    }

    void fires(Object any, LockedAccount account, Box<Account> box) {
        if (any instanceof Seen(LockedAccount made, var id)) { // error: [proof.downcast]
            made.close(); // error: [proof.explicit.close]
            accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
        }
        if (any instanceof Pair(Seen(LockProof<?> made, var id), var second)) {} // error: [proof.downcast]
        if (box instanceof Box<Account>(LockedAccount made)) {} // error: [proof.downcast]
        if (any instanceof Seen(@Locked Account made, String id)) {} // error: [locked.cast]
        if (any instanceof Seen(var value, String id)) {
            later = () -> account.deposit(id.length()); // error: [proof.captured]
        }
        if (any instanceof Box<?>(var value) && value instanceof LockedAccount made) {} // error: [proof.downcast]
    }

    @AcquiresLock
    LockedAccount firesAlone(Object any) {
        LockedAccount outer = null;
        if (any instanceof Seen(var value, String id)) {
            Object opened = accounts.lock(id); // error: [acquire.not.resource]
            try (var account = accounts.lock(id)) {
                outer = account; // error: [proof.reassigned]
            }
        }
        return outer;
    }

    void undeclared(Object any) {
        if (any instanceof Seen(var value, String id) && accounts.withLock(id, a -> true)) {} // error: [effect.undeclared]
    }

    void place(Object any) {
        Box<LockedAccount> box = null; // error: [proof.type.argument]
    }

    record Task(Runnable work) {}

    // without: inline - a record stores its components, so none is inline, see Records

    // silent: nested effect resource place escape capture close forge locked
    @AcquiresLock
    long quiet(Object any) {
        if (any instanceof Pair(Seen(Account first, var id), Seen(PersistentAccount second, String other))) {
            try (var account = accounts.lock(id)) {
                if (any instanceof Seen(var value, String text)) {
                    LockedAccount same = (LockedAccount) account;
                    List.of(1).forEach(i -> same.deposit(text.length()));
                    settle(same);
                }
            }
            return first.getBalance() + second.getBalance() + accounts.withLock(other, Account::getBalance);
        }
        return 0;
    }

    private void settle(@Locked Account account) {}
}
