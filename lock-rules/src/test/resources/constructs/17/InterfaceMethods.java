import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Default, private and static methods of interfaces. */
interface InterfaceMethods {
    AccountRepository accounts();

    default void takes(String id) {
        accounts().withLock(id, a -> 1); // error: [effect.undeclared]
    }

    static void takes(AccountRepository accounts) {
        accounts.withLock("x", a -> 1); // error: [effect.undeclared]
    }

    default void runs(LockedAccount account) {
        inferred("x"); // error: [nested.acquire.call]
        account.close(); // error: [proof.explicit.close]
    }

    private void inferred(String id) {
        accounts().withLock(id, a -> 1);
    }

    @AcquiresLock
    default Object leaks(String id) {
        return accounts().lock(id); // error: [acquire.not.resource]
    }

    @AcquiresLock
    default LockedAccount hands(String id) {
        try (var account = accounts().lock(id)) {
            return account; // error: [proof.escapes.return]
        }
    }

    private Runnable captures(LockedAccount account) {
        return () -> account.deposit(1); // error: [proof.captured]
    }

    static LockedAccount casts(Object value) {
        return (LockedAccount) value; // error: [proof.downcast]
    }

    default void keeps(@RunsInline Runnable work) {
        new Thread(work); // error: [inline.param.escapes]
    }

    private static List<LockedAccount> lists() { // error: [proof.type.argument]
        return List.of();
    }

    default @Locked Account returned() { // error: [locked.location]
        return null;
    }

    // silent: nested effect resource place escape capture close forge inline locked
    interface Quiet {
        AccountRepository accounts();

        @AcquiresLock
        default void takes(String id) {
            inferred(id);
            try (var account = opens(id)) {
                runs(account);
            }
            takes(accounts());
        }

        private void inferred(String id) {
            accounts().withLock(id, a -> 1);
        }

        private LockedAccount opens(String id) {
            return accounts().lock(id);
        }

        @AcquiresLock
        static void takes(AccountRepository accounts) {
            accounts.withLock("x", a -> 1);
        }

        default void runs(LockedAccount account) {
            LockedAccount alias = (LockedAccount) account;
            inline(() -> alias.deposit(1));
        }

        private void inline(Runnable work) {
            work.run();
        }

        default @Locked Account same(@Locked Account account) {
            return account;
        }

        List<PersistentAccount> lists();
    }

    @AcquiresLock
    interface Covered {
        void takes(String id);

        default void twice(String id) {
            takes(id);
            helper(id);
        }

        private void helper(String id) {
            takes(id);
        }

        static void all(Covered covered) {
            covered.takes("x");
        }
    }

    class Implementation implements Covered {
        AccountRepository accounts;

        @Override
        @AcquiresLock
        public void takes(String id) {
            accounts.withLock(id, a -> 1);
        }
    }

    class Forgot implements Covered {
        AccountRepository accounts;

        @Override
        public void takes(String id) {
            accounts.withLock(id, a -> 1); // error: [effect.undeclared]
        }
    }
}
