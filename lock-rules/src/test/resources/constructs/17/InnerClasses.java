import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Inner and nested classes, and what they see of the class around them. */
class InnerClasses {
    private AccountRepository accounts;
    private Object kept;

    @AcquiresLock
    void refund(String id) {
        accounts.withLock(id, a -> 1);
    }

    private void helper(String id) {
        refund(id);
    }

    class Inner {
        private LockedPair<LockedAccount, LockedAccount> both; // error: [proof.field]

        void run(String id) {
            helper(id); // error: [effect.undeclared]
        }

        void runs(LockedAccount account, String id) {
            InnerClasses.this.refund(id); // error: [nested.acquire.call]
            account.close(); // error: [proof.explicit.close]
        }

        @AcquiresLock
        void leaks(String id) {
            kept = accounts.lock(id); // error: [acquire.not.resource]
        }

        class Innermost {
            Runnable later(LockedAccount account) {
                return () -> account.deposit(1); // error: [proof.captured]
            }
        }

        @AcquiresLock
        LockedAccount hands(String id) {
            try (var account = accounts.lock(id)) {
                return account; // error: [proof.escapes.return]
            }
        }

        LockedAccount casts(Object value) {
            return LockedAccount.class.cast(value); // error: [proof.downcast]
        }

        void keeps(@RunsInline Runnable work) {
            kept = work; // error: [inline.param.escapes]
        }
    }

    static class Nested {
        @Locked Account account; // error: [locked.location]

        class Deep {
            private final AccountRepository own = null;
            private final long balance = own.withLock("x", a -> 1L); // error: [effect.initializer]
        }

        abstract static class Forged extends Account implements LockProof<Account> { // error: [proof.forged]
            Forged() {
                super("", "", 0);
            }
        }
    }

    @AcquiresLock
    static class Covered {
        AccountRepository accounts;

        void takes(String id) {
            accounts.withLock(id, a -> 1);
        }

        static class NotCovered {
            void takes(Covered covered) {
                covered.takes("x"); // error: [effect.undeclared]
            }
        }
    }

    // silent: nested effect resource escape close
    class Quiet {
        @AcquiresLock
        void run(String id) {
            helper(id);
            InnerClasses.this.refund(id);
            try (var account = open(id)) {
                account.deposit(1);
                inner(account);
            }
            new Inner().run(id);
        }

        private LockedAccount open(String id) {
            return accounts.lock(id);
        }

        private void inner(LockedAccount account) {
            LockedAccount alias = account;
            alias.deposit(1);
        }

        private class Private {
            private Private() {
                refund("x");
            }
        }

        @AcquiresLock
        void makes() {
            new Private();
        }
    }

    // silent: place capture forge inline locked
    static class QuietNested {
        private PersistentAccount found;
        private LockGrant grant;

        void runs(@RunsInline Runnable work) {
            work.run();
        }

        class Deep {
            void of(@Locked Account account, LockedAccount proof) {
                runs(() -> account.deposit(1));
                LockProof<Account> narrower = (LockProof<Account>) proof;
            }
        }
    }
}
