import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Constructors, {@code this(…)} and {@code super(…)}. */
class Constructors {
    static AccountRepository accounts;
    private Object read;
    private Runnable later;

    @AcquiresLock
    Constructors(String id) {
        try (var account = accounts.lock(id)) {
            new Constructors(id); // error: [nested.acquire.call]
            account.close(); // error: [proof.explicit.close]
        }
    }

    Constructors() {
        this("x"); // error: [effect.undeclared]
    }

    @AcquiresLock
    Constructors(int number) {
        this(pick(accounts.lock("x"))); // error: [acquire.not.resource]
    }

    private static Object pick(LockedAccount account) {
        return account.getBalance();
    }

    private Constructors(Object any) {}

    Constructors(LockedAccount account) {
        this("x"); // error: [nested.acquire.call]
        later = () -> account.deposit(1); // error: [proof.captured]
    }

    Constructors(Account account) {
        read = ((LockedAccount) account).lock(); // error: [proof.downcast]
    }

    Constructors(List<LockedAccount> accounts) {} // error: [proof.type.argument]

    Constructors(@RunsInline Runnable work) {
        later = work; // error: [inline.param.escapes]
    }

    @AcquiresLock
    Constructors(Optional<String> id) {
        LockedAccount kept = null;
        try (var account = accounts.lock("x")) {
            kept = account; // error: [proof.reassigned]
        }
    }

    @Locked // error: [locked.location]
    Constructors(long number) {}

    static class Keeper<T> {
        Keeper(T value, List<T> all) {
            all.add(value);
        }

        static void keep(LockedAccount account) {
            new Keeper<>(account, new ArrayList<>()).hashCode(); // error: [proof.escapes.argument]
            Object kept = new Keeper<>(account, new ArrayList<>()); // error: [proof.escapes.argument]
            var declared = new Keeper<>(account, new ArrayList<>()); // error: [proof.type.argument]
            new Keeper<Account>(account, new ArrayList<>());
        }
    }

    static class Quiet {
        private long seen;

        // silent: nested effect resource capture close escape
        @AcquiresLock
        Quiet(String id) {
            long balance;
            try (var account = accounts.lock(id)) {
                LockedAccount alias = account;
                alias.deposit(1);
                List.of(1).forEach(i -> alias.deposit(i));
                balance = alias.getBalance();
            }
            new Constructors(id);
            seen = balance;
        }

        @AcquiresLock
        Quiet(int number) {
            this("x");
        }

        // silent: place forge locked
        Quiet(@Locked Account account, LockedPair<LockedAccount, LockedAccount> pair, Object any) {
            this(account);
            seen = ((LockedAccount) pair.first()).getBalance();
        }

        Quiet(@Locked Account account) {
            seen = account.getBalance();
        }

        // silent: inline
        Quiet(@RunsInline Runnable work) {
            work.run();
        }
    }

    static class Subclass extends Quiet {
        @AcquiresLock
        Subclass() {
            super("x");
        }

        Subclass(@RunsInline Runnable work) {
            super(work);
        }

        Subclass(long number, @RunsInline Runnable work) {
            super(() -> work.run());
        }

        Subclass(LockedAccount account) {
            super(() -> account.deposit(1));
        }
    }

    static class Handed extends Constructors {
        @AcquiresLock
        Handed(LockService locks, PersistentAccount found) {
            super(pick(locks.acquire(found))); // error: [acquire.not.resource]
        }

        Handed(Account account) {
            super((LockedAccount) account); // error: [proof.downcast]
        }
    }
}
