import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Enums, and constants with bodies. */
enum Enums implements Function<String, Object> {
    ONE {
        LockedAccount field; // error: [proof.field]

        @Override
        public Object apply(String id) {
            return Enums.accounts.withLock(id, a -> 1); // error: [effect.override]
        }

        @Override
        void handed(LockedAccount account) {
            later = () -> account.deposit(1); // error: [proof.captured]
            account.close(); // error: [proof.explicit.close]
            takes("x"); // error: [nested.acquire.call]
        }

        @Override
        void runs(Runnable work) {} // error: [inline.override]
    },
    TWO(accounts().withLock("x", Account::getBalance)) { // error: [effect.initializer]
        @Override
        public Object apply(String id) {
            return LockedAccount.class.cast(later); // error: [proof.downcast]
        }
    },
    THREE {
        @Override
        public Object apply(String id) {
            return "";
        }

        @Override
        @AcquiresLock
        Object takes(String id) {
            return Enums.accounts.lock(id); // error: [acquire.not.resource]
        }

        @Override
        @AcquiresLock
        LockedAccount hands(String id) {
            try (var account = Enums.accounts.lock(id)) {
                return account; // error: [proof.escapes.return]
            }
        }
    },
    // silent: nested effect resource place escape capture close forge inline locked
    FOUR {
        private PersistentAccount view;

        @Override
        public Object apply(String id) {
            return id;
        }

        @Override
        @AcquiresLock
        Object takes(String id) {
            Enums.accounts.withLock(id, a -> 1);
            try (var account = Enums.accounts.lock(id)) {
                handed(account);
                settles(account);
            }
            return id;
        }

        @Override
        @AcquiresLock
        LockedAccount hands(String id) {
            return Enums.accounts.lock(id);
        }

        @Override
        void handed(LockedAccount account) {
            LockedAccount alias = (LockedAccount) account;
            runs(() -> alias.deposit(1));
            view = alias;
        }

        @Override
        void runs(@RunsInline Runnable work) {
            work.run();
        }

        private void settles(@Locked Account account) {
            account.deposit(1);
        }
    };

    private static AccountRepository accounts;
    static Runnable later;

    @Locked Account account; // error: [locked.location]

    static AccountRepository accounts() {
        return accounts;
    }

    Enums(Long... values) {}

    @AcquiresLock
    Object takes(String id) {
        return "";
    }

    @AcquiresLock
    LockedAccount hands(String id) {
        return accounts.lock(id);
    }

    void handed(LockedAccount account) {}

    void runs(@RunsInline Runnable work) {}

    enum WithConstructor {
        ONE, // error: [effect.initializer]
        TWO("x") {}, // error: [effect.initializer]
        THREE(1);

        @AcquiresLock
        WithConstructor() {}

        @AcquiresLock
        WithConstructor(String id) {}

        WithConstructor(int number) {}
    }

    enum Inferred {
        ONE; // error: [effect.initializer]

        Inferred() {
            accounts.withLock("x", a -> 1);
        }
    }
}
