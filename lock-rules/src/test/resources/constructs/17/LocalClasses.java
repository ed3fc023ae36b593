import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Local classes, records, enums and interfaces. */
class LocalClasses {
    private AccountRepository accounts;

    @AcquiresLock
    void fires(String id, LockedAccount none) { // error: [effect.contradiction]
    }

    @AcquiresLock
    void fires(String id, Account stored) {
        class Taker {
            LockedAccount field; // error: [proof.field]

            @AcquiresLock
            Taker() {}

            void takes() {
                accounts.withLock(id, a -> 1); // error: [effect.undeclared]
            }

            @AcquiresLock
            Object leaks() {
                return accounts.lock(id); // error: [acquire.not.resource]
            }

            LockedAccount casts() {
                return (LockedAccount) stored; // error: [proof.downcast]
            }

            void keeps(@RunsInline Runnable work) {
                new Thread(work); // error: [inline.param.escapes]
            }

            void closes(LockedAccount account) {
                account.close(); // error: [proof.explicit.close]
                accounts.lock(id); // error: [nested.acquire]
            }

            @Locked Account returned() { // error: [locked.location]
                return null;
            }
        }
        try (var account = accounts.lock(id)) {
            new Taker(); // error: [nested.acquire.call]
            class Capturing {
                void run() {
                    account.deposit(1); // error: [proof.captured]
                }
            }
            new Capturing();
            record Held(LockedAccount locked) {} // error: [proof.field]
            class Outer {
                LockedAccount of(LockedAccount other) {
                    LockedAccount outer = null;
                    try (var inner = accounts.tryLock(id)) { // error: [nested.acquire]
                        outer = inner; // error: [proof.reassigned]
                    }
                    return outer;
                }
            }
        }
    }

    // silent: nested effect resource place escape capture close forge inline locked
    @AcquiresLock
    void quiet(String id) {
        class Taker {
            private PersistentAccount kept;

            private void takes() {
                accounts.withLock(id, a -> 1);
            }

            @AcquiresLock
            LockedAccount opens() {
                return accounts.lock(id);
            }

            void run(@RunsInline Runnable work) {
                work.run();
            }

            void works(@Locked Account account, LockedAccount proof) {
                account.deposit(1);
                LockedAccount same = (LockedAccount) proof;
                run(() -> same.deposit(1));
                kept = same;
            }
        }
        Taker taker = new Taker();
        taker.takes();
        try (var account = taker.opens()) {
            taker.works(account, account);
        }
        record Seen(String id, long balance) {}
        try (var account = accounts.lock(id)) {
            Seen seen = new Seen(account.getId(), account.getBalance());
        }
        enum Kind {
            ONE
        }
        interface Job {
            @AcquiresLock
            void run();
        }
        Job job = () -> accounts.withLock(id, a -> Kind.ONE);
        job.run();
    }
}
