import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Covariant results, generic supertypes with their bridge methods, and inherited implementations. */
class Overrides {
    static AccountRepository accounts;

    interface Handler<T> {
        Object handle(T value);
    }

    static class Covariant implements Handler<String> {
        @Override
        public Long handle(String id) {
            return accounts.withLock(id, Account::getBalance); // error: [effect.override]
        }
    }

    abstract static class Base<T> {
        @AcquiresLock
        public Object handle(T value) {
            return "";
        }

        @AcquiresLock
        public LockProof<Account> proves(T value) {
            return null;
        }

        void handed(LockedAccount account) {}

        public void runs(Runnable work) {
            new Thread(work);
        }

        Object opens(T id) {
            return id;
        }
    }

    static class Inherits extends Base<String> implements Handler<String> {} // error: [effect.inherited]

    interface Runs {
        void runs(@RunsInline Runnable work);
    }

    static class Drops extends Base<String> implements Runs {} // error: [inline.override]

    abstract static class Generic<T> implements Handler<T> {
        @Override
        public abstract Object handle(T value);
    }

    static class Bridged extends Generic<List<String>> {
        @Override
        @AcquiresLock
        public String handle(List<String> ids) { // error: [effect.override]
            return "";
        }
    }

    static class Proofs extends Base<List<LockedAccount>> { // error: [proof.type.argument]
        @Override
        void handed(LockedAccount account) {
            handle(null); // error: [nested.acquire.call]
            account.close(); // error: [proof.explicit.close]
            Runnable later = () -> account.deposit(1); // error: [proof.captured]
        }
    }

    static class Opens extends Base<String> {
        private Account stored;

        @Override
        LockedAccount opens(String id) {
            return accounts.lock(id); // error: [effect.override]
        }

        @Override
        @AcquiresLock
        public LockedAccount handle(String id) { // error: [acquire.not.resource]
            try (var account = accounts.lock(id)) {
                return account; // error: [proof.escapes.return]
            }
        }
    }

    static class Casts extends Base<String> {
        private Account stored;

        @Override
        LockedAccount opens(String id) {
            return (LockedAccount) stored; // error: [proof.downcast]
        }

        @Override
        @AcquiresLock
        public Object handle(String id) {
            return accounts.lock(id); // error: [acquire.not.resource]
        }
    }

    static class Returns extends Base<String> {
        @Override
        @Locked Account opens(String id) { // error: [locked.location]
            return null;
        }
    }

    // silent: nested effect resource place escape capture close forge inline locked
    static class Quiet extends Base<String> implements Runs {
        @Override
        @AcquiresLock
        public String handle(String id) {
            return id;
        }

        @Override
        @AcquiresLock
        public LockedAccount proves(String id) {
            return accounts.lock(id);
        }

        @Override
        void handed(LockedAccount account) {
            LockedAccount same = (LockedAccount) account;
            runs(() -> same.deposit(1));
        }

        @Override
        public void runs(@RunsInline Runnable work) {
            work.run();
        }

        @Override
        PersistentAccount opens(String id) {
            try (var account = proves(id)) { // error: [effect.override]
                return account;
            }
        }
    }

    interface Acquiring<T> {
        @AcquiresLock
        Object handle(T value);
    }

    static class QuietInherited extends Base<String> implements Acquiring<String> {}

    static class QuietBridged implements Acquiring<List<String>> {
        @Override
        public String handle(List<String> ids) {
            return "";
        }

        void settles(@Locked Account account) {
            handle(List.of());
        }
    }
}
