import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** A lambda hands out no lock that it takes itself. */
class FiresLambdas {
    private AccountRepository accounts;

    interface Give {
        LockedAccount give();
    }

    interface GiveLocked {
        @AcquiresLock
        LockedAccount give();
    }

    interface Pick {
        LockedAccount pick(LockedAccount account);
    }

    static LockedAccount now(@RunsInline Give give) {
        return give.give();
    }

    static LockedAccount pick(LockedAccount account, @RunsInline Pick pick) {
        return pick.pick(account);
    }

    @AcquiresLock
    void inline() {
        now(() -> {
            try (var account = accounts.lock("a")) {
                return account; // error: [proof.escapes.return]
            }
        });
    }

    GiveLocked later() {
        return () -> {
            try (var account = accounts.lock("a")) {
                return account; // error: [proof.escapes.return]
            }
        };
    }

    @AcquiresLock
    void insideABlock() {
        GiveLocked later;
        try (var account = accounts.lock("a")) {
            later = () -> {
                try (var other = accounts.lock("b")) {
                    return other; // error: [proof.escapes.return]
                }
            };
        }
    }

    void handsOnItsParameter(LockedAccount account) {
        pick(account, same -> same);
        pick(account, same -> account);
        Pick later = same -> same;
    }
}
