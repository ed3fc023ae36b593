import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** {@code try} in all forms, enhanced {@code for}, and variables that outlive them. */
class TryAndLoops {
    AccountRepository accounts;
    LockService locks;

    static void settle(@Locked Account account) {}

    @AcquiresLock
    @MaybeUnlocked Account fires(String id, List<PersistentAccount> found, java.io.Reader reader) throws Exception {
        Account kept = null;
        try (reader;
                LockedAccount account = accounts.lock(id)) {
            kept = account;
            try {
                settle(kept); // error: [argument.not.locked]
            } catch (IllegalStateException e) {
                @Locked Account same = kept; // error: [assignment.not.locked]
            } finally {
                accounts.save(kept); // error: [save.not.writable]
            }
        } finally {
            settle(kept); // error: [argument.not.locked]
        }
        for (PersistentAccount each : found) {
            accounts.save(each.entity()); // error: [save.not.writable]
        }
        for (@Locked Account each : List.of(kept)) {} // error: [assignment.not.locked]
        for (Account each : List.of(kept)) {
            Object cast = (@Locked Account) each; // error: [locked.cast]
            List.of(each).forEach(TryAndLoops::settle); // error: [methodref.not.locked]
        }
        return kept;
    }

    // without: overrides - statements declare no methods

    // silent: needs gives references casts
    @AcquiresLock
    void quiet(String id, List<PersistentAccount> found, java.io.Reader reader) throws Exception {
        try (reader;
                LockedAccount account = accounts.lock(id)) {
            Account same = account;
            try {
                settle(same);
            } finally {
                accounts.save(same);
                Object cast = (@Locked Account) same;
            }
        }
        try (LockedGroup<LockedAccount> group = locks.acquireAll(found)) {
            for (LockedAccount each : group) {
                settle(each);
                accounts.save(each);
            }
            for (Account each : group) {
                settle(each);
                @Locked Account same = each;
            }
            group.forEach(TryAndLoops::settle);
        }
        try (LockedPair<LockedAccount, LockedAccount> pair = locks.acquireBoth(found.get(0), found.get(1));
                java.io.Reader other = reader) {
            settle(pair.first());
        }
        for (String each : List.of(id)) {
            accounts.save(new Account(each, "Ada", 1));
        }
    }
}
