import dev.lockproof.annotations.*;
import shop.*;

/** A lambda hands out no lock that it takes itself, as an entity neither. */
class FiresOwnLock {
    AccountRepository accounts;

    interface Give {
        @AcquiresLock
        @Writable Account give();
    }

    interface Same {
        @PolyLocked Account same(@PolyLocked Account account);
    }

    Give later() {
        return () -> {
            try (var account = accounts.lock("a")) {
                return account; // error: [proof.escapes.return]
            }
        };
    }

    Give inferred() {
        return () -> {
            try (var account = accounts.lock("a")) {
                Account alias = account;
                return alias; // error: [proof.escapes.return]
            }
        };
    }

    Give ofNew() {
        return () -> new Account("b", "Ada", 1);
    }

    Same handsOn() {
        return account -> account;
    }
}
