import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Unnamed variables and patterns. */
class Unnamed {
    AccountRepository accounts;

    record Seen(Account account, Object any) {}

    static void settle(@Locked Account account) {}

    @AcquiresLock
    void fires(Object any, Account stored, String id) {
        try (var _ = accounts.lock(id)) {
            accounts.save(stored); // error: [save.not.writable]
        }
        @Locked Account _ = stored; // error: [assignment.not.locked]
        var _ = (@Locked Account) stored; // error: [locked.cast]
        if (any instanceof Seen(var account, _)) {
            settle(account); // error: [argument.not.locked]
        }
        BiConsumer<Account, String> _ = (account, _) -> settle(account); // error: [argument.not.locked]
        for (var _ : List.of(id)) {
            Consumer<Account> _ = Unnamed::settle; // error: [methodref.not.locked]
        }
    }

    // without: overrides - what has no name overrides nothing

    // silent: needs gives references casts
    @AcquiresLock
    void quiet(Object any, String id) {
        try (var account = accounts.lock(id)) {
            @Locked Account _ = account;
            var _ = (@Locked Account) account;
            List.of(id).forEach(_ -> settle(account));
            if (any instanceof Seen(_, var _)) {
                accounts.save(account);
            }
        }
        Consumer<Account> _ = Account::getBalance;
    }
}
