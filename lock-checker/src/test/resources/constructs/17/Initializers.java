import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Static and instance initialisers, and those of fields. */
class Initializers {
    static AccountRepository accounts;
    static Account stored;
    final Object saved = accounts.save(stored); // error: [save.not.writable]
    final Consumer<Account> task = Initializers::settle; // error: [methodref.not.locked]
    final Object cast = (@Locked Account) stored; // error: [locked.cast]
    final Runnable later = () -> settle(stored); // error: [argument.not.locked]

    static {
        settle(stored); // error: [argument.not.locked]
        @Locked Account same = stored; // error: [assignment.not.locked]
    }

    {
        accounts.save(stored); // error: [save.not.writable]
    }

    static void settle(@Locked Account account) {}

    interface Picker {
        @Locked Account pick(@Locked Account account);
    }

    final Picker picker = account -> stored; // error: [return.not.locked]

    // without: overrides - what an initialiser overrides is in a class of its own, see Classes

    // silent: needs gives references casts
    static class Quiet {
        final Object saved = accounts.save(new Account("1", "Ada", 1));
        final Picker picker = account -> account;
        final Picker reference = Quiet::pick;

        static {
            Account made = new Account("2", "Ada", 1);
            accounts.save((@Writable Account) made);
        }

        static @Locked Account pick(@Locked Account account) {
            return account;
        }
    }
}
