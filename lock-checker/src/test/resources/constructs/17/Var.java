import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** {@code var} for local variables, resources, loops and lambdas. */
class Var {
    AccountRepository accounts;
    LockService locks;

    static void settle(@Locked Account account) {}

    @AcquiresLock
    void fires(String id, Account stored, List<Account> list) {
        var same = stored;
        settle(same); // error: [argument.not.locked]
        accounts.save(same); // error: [save.not.writable]
        var kept = stored;
        try (var account = accounts.lock(id)) {
            kept = account;
            settle(kept); // error: [argument.not.locked]
        }
        for (var each : list) {
            @Locked Account own = each; // error: [assignment.not.locked]
        }
        Consumer<Account> task = (var account) -> settle(account); // error: [argument.not.locked]
        var cast = (@Locked Account) stored; // error: [locked.cast]
        var one = list;
        one.forEach(Var::settle); // error: [methodref.not.locked]
    }

    // without: overrides - a local variable overrides nothing

    // silent: needs gives references casts
    @AcquiresLock
    void quiet(String id, List<PersistentAccount> found) {
        var made = new Account(id, "Ada", 1);
        accounts.save(made);
        try (var account = accounts.lock(id)) {
            var same = account;
            settle(same);
            @Locked Account own = same;
            var entity = account.entity();
            accounts.save(entity);
            var cast = (@Locked Account) entity;
        }
        try (var group = locks.acquireAll(found)) {
            for (var each : group) {
                settle(each);
            }
            group.forEach((var each) -> settle(each));
            group.forEach(Var::settle);
        }
    }
}
