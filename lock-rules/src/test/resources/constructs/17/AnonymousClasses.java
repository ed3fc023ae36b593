import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Anonymous classes. */
class AnonymousClasses {
    private AccountRepository accounts;

    abstract static class Task {
        Task() {}

        @AcquiresLock
        Task(String id) {}

        abstract void run();

        void handed(LockedAccount account) {}

        void inline(@RunsInline Runnable work) {}

        Object made() {
            return "";
        }
    }

    @AcquiresLock
    void fires(String id, Account stored) {
        try (var account = accounts.lock(id)) {
            new Task(id) { // error: [nested.acquire.call]
                @Override
                void run() {
                    account.deposit(1); // error: [proof.captured]
                }
            };
        }
        new Task() {
            LockedAccount field; // error: [proof.field]

            @Override
            void run() {
                accounts.lock("x"); // error: [acquire.not.resource]
            }

            @Override
            void handed(LockedAccount account) {
                accounts.withLock("x", a -> 1); // error: [nested.acquire.call]
                account.close(); // error: [proof.explicit.close]
            }

            @Override
            void inline(Runnable work) {} // error: [inline.override]

            @Override
            LockedAccount made() { // hands out nothing by itself
                return (LockedAccount) stored; // error: [proof.downcast]
            }

            @Locked Account other; // error: [locked.location]
        };
        new Task() {
            @Override
            void run() {
                accounts.withLock("x", a -> 1); // error: [effect.override]
            }

            @Override
            void handed(LockedAccount account) {
                new Object() {
                    Object kept = account; // error: [proof.captured]
                };
            }
        };
        new LockProof<Account>() { // error: [proof.forged]
            @Override
            public Account entity() {
                return stored;
            }

            @Override
            public LockGrant lock() {
                return null;
            }

            @Override
            public void close() {}
        };
        new Task() {
            @Override
            void run() {}

            @Override
            LockedAccount made() {
                try (var account = accounts.lock("x")) { // error: [effect.override]
                    return account; // error: [proof.escapes.return]
                }
            }
        };
    }

    interface Job {
        @AcquiresLock
        void run(String id);
    }

    // silent: nested effect resource close
    @AcquiresLock
    void quiet(String id) {
        try (var account = accounts.lock(id)) {
            new Job() {
                @Override
                @AcquiresLock
                public void run(String id) {
                    try (var own = accounts.lock(id)) {
                        own.deposit(1);
                    }
                }
            };
        }
        new Task(id) {
            @Override
            void run() {}
        };
    }

    // silent: place capture escape inline forge locked
    void quietParts(LockedAccount account) {
        long balance = account.getBalance();
        new Task() {
            private long kept = balance;
            private PersistentAccount view;

            @Override
            void run() {
                kept += balance;
            }

            @Override
            void handed(LockedAccount account) {
                LockedAccount alias = (LockedAccount) account;
                view = alias;
                List.of(1).forEach(i -> alias.deposit(i));
            }

            @Override
            void inline(@RunsInline Runnable work) {
                work.run();
            }

            void locked(@Locked Account own) {
                own.deposit(1);
            }
        };
    }
}
