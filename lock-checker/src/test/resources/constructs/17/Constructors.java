import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Constructors, {@code this(…)} and {@code super(…)}. */
class Constructors {
    static AccountRepository accounts;
    final Object seen;

    Constructors(@Locked Account account) {
        accounts.save(account);
        seen = account;
    }

    Constructors(Account account, String any) {
        this(account); // error: [argument.not.locked]
        accounts.save(account); // error: [save.not.writable]
        @Locked Account same = account; // error: [assignment.not.locked]
        settle((@Locked Account) account); // error: [locked.cast]
    }

    static void settle(@Locked Account account) {}

    interface Maker {
        Object make(Account account);
    }

    interface LockedMaker {
        Object make(@Locked Account account);
    }

    void references() {
        Maker maker = Constructors::new; // error: [methodref.not.locked]
    }

    static class Subclass extends Constructors {
        Subclass(Account account) {
            super(account); // error: [argument.not.locked]
        }
    }

    // without: overrides - constructors override nothing

    // silent: needs gives references casts
    static class Quiet extends Constructors {
        Quiet(@Locked Account account) {
            super(account);
            @Locked Account same = account;
            settle((@Locked Account) account);
            LockedMaker maker = Quiet::new;
        }

        @AcquiresLock
        static Object make(String id) {
            accounts.save(new Account(id, "Ada", 1));
            try (LockedAccount account = accounts.lock(id)) {
                return new Quiet(account).seen;
            }
        }
    }
}
