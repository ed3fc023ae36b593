import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Statements before {@code this(…)} and {@code super(…)}. */
class FlexibleConstructors {
    static AccountRepository accounts;

    static void settle(@Locked Account account) {}

    FlexibleConstructors(@Locked Account account) {}

    FlexibleConstructors(Account stored, String id) {
        settle(stored); // error: [argument.not.locked]
        accounts.save(stored); // error: [save.not.writable]
        @Locked Account same = stored; // error: [assignment.not.locked]
        Object cast = (@Locked Account) stored; // error: [locked.cast]
        Consumer<Account> task = FlexibleConstructors::settle; // error: [methodref.not.locked]
        this(stored); // error: [argument.not.locked]
    }

    // without: overrides - constructors override nothing

    // silent: needs gives references casts
    static class Quiet extends FlexibleConstructors {
        Quiet(@Locked Account account, String id) {
            accounts.save(new Account(id, "Ada", 1));
            settle(account);
            var same = (@Locked Account) account;
            Consumer<Account> task = Account::getBalance;
            super(same);
        }
    }
}
