import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** What a function hands out, it may have from the lock around it, however the function is written. */
class FiresFunctions {
    private LockService locks;
    private OrderRepository orders;

    interface Give {
        LockedAccount give();
    }

    static LockedAccount now(@RunsInline Give give) {
        return give.give();
    }

    @AcquiresLock
    void wider(PersistentAccount a, PersistentAccount b, boolean flag) {
        LockedAccount none = null;
        LockedAccount kept = null;
        try (var pair = locks.acquireBoth(a, b)) {
            kept = Optional.ofNullable(none).orElseGet(pair::first); // error: [proof.reassigned]
            kept = now(pair::first); // error: [proof.reassigned]
            kept = now(flag ? pair::first : pair::second); // error: [proof.reassigned]
            kept = now(flag ? () -> pair.first() : () -> pair.second()); // error: [proof.reassigned]
            kept = now(() -> pair.first()); // error: [proof.reassigned]
            LockedAccount inside = now(pair::first);
            inside.deposit(1);
        }
        LockedOrder order = null;
        try (var locked = orders.lock("1")) {
            order = Optional.of("PAID").map(locked::withStatus).get(); // error: [proof.reassigned]
        }
    }

    static LockedAccount of(LockedPair<LockedAccount, LockedAccount> pair) {
        LockedAccount first = null;
        first = now(pair::first);
        return first;
    }
}
