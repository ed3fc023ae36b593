import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Static and instance initialisers, and those of fields. */
class Initializers {
    static AccountRepository accounts;
    static Account stored;
    private static long balance = accounts.withLock("x", a -> 1L); // error: [effect.initializer]
    private final LockedAccount field = null; // error: [proof.field]
    private final Object cast = ((LockedAccount) stored).lock(); // error: [proof.downcast]
    private final Object opened = accounts.lock("x"); // error: [effect.initializer]

    static {
        try (var account = accounts.lock("x")) { // error: [effect.initializer]
            Runnable later = () -> account.deposit(1); // error: [proof.captured]
            account.close(); // error: [proof.explicit.close]
            accounts.withLock("x", a -> 1); // error: [nested.acquire.call]
            new Keeper(later);
        }
    }

    {
        helper(); // error: [effect.initializer]
        List<LockedAccount> list; // error: [proof.type.argument]
    }

    private static void helper() {
        accounts.withLock("x", a -> 1);
    }

    // without: resource - taking a lock at all is what is reported
    // without: inline - an initialiser has no parameters
    // without: locked - what it declares are fields, see InnerClasses, and local variables

    private static final Job job = new Job() {
        private LockedAccount last; // error: [proof.field]

        {
            LockedAccount outer = null;
            try (var inner = accounts.lock("x")) { // error: [effect.initializer]
                outer = inner; // error: [proof.reassigned]
            }
        }

        @Override
        public void run(String id) {}
    };

    interface Job {
        @AcquiresLock
        void run(String id);
    }

    record Keeper(Runnable work) {}

    // silent: nested effect escape capture close forge place
    static class Quiet {
        private static final Job job = id -> accounts.withLock(id, a -> 1);
        private final Job reference = id -> helper();
        private final PersistentAccount view = accounts.require("x");
        private final Function<String, Long> sized;

        static {
            Runnable task = Locks.detached(() -> helper());
        }

        {
            sized = id -> 1L;
        }
    }
}
