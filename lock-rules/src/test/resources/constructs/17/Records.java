import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Records, compact constructors, accessors and static factories. */
class Records {
    static AccountRepository accounts;

    record Transfer(String id, Runnable task) {
        Transfer {
            accounts.withLock(id, a -> 1); // error: [effect.undeclared]
        }

        Transfer(LockedAccount account) {
            this(account.getId(), () -> account.deposit(1)); // error: [proof.captured]
            new Payment(account.getId(), 1); // error: [nested.acquire.call]
            account.close(); // error: [proof.explicit.close]
        }

        @Override
        @AcquiresLock
        public String id() { // error: [effect.record.accessor]
            return id;
        }

        @AcquiresLock
        Object leaks() {
            return accounts.lock(id); // error: [acquire.not.resource]
        }

        @AcquiresLock
        LockedAccount hands() {
            try (var account = accounts.lock(id)) {
                return account; // error: [proof.escapes.return]
            }
        }

        LockedAccount casts(Account account) {
            return (LockedAccount) account; // error: [proof.downcast]
        }
    }

    record Payment(String id, long amount) {
        @AcquiresLock
        Payment {
            accounts.withLock(id, a -> 1);
        }
    }

    record Held(LockedAccount account) {} // error: [proof.field]

    record Group(List<LockedAccount> accounts, LockedAccount[] array) {} // error: [proof.type.argument] [proof.array]

    record Inline(@RunsInline Runnable work) {} // error: [inline.param.escapes]

    record Marked(@Locked Account account) {} // error: [locked.location]

    record Proof(LockGrant lock, Account entity) implements LockProof<Account> { // error: [proof.forged]
        @Override
        public void close() {}
    }

    // silent: nested effect resource place escape capture close forge inline locked
    record Quiet(String id, LockGrant grant, PersistentAccount view) {
        Quiet {
            Objects.requireNonNull(id);
        }

        Quiet(LockedAccount account) {
            this(account.getId(), account.lock(), account);
            LockedAccount same = (LockedAccount) account;
            settle(same);
        }

        private static void settle(@Locked Account account) {
            runs(() -> account.deposit(1));
        }

        static void runs(@RunsInline Runnable work) {
            work.run();
        }

        @AcquiresLock
        Payment pays() {
            try (var account = accounts.lock(id)) {
                account.deposit(1);
            }
            return new Payment(id, 1);
        }

        @AcquiresLock
        LockedAccount opens() {
            return accounts.lock(id);
        }
    }

    @AcquiresLock
    record Covered(String id) {
        long balance() {
            return accounts.withLock(id, Account::getBalance);
        }

        static long of(String id) {
            return new Covered(id).balance();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    void readsCovered(Covered covered, LockedAccount account) {
        new Covered(covered.id()).toString();
    }
}
