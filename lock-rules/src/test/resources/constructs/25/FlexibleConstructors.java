import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Statements before {@code this(…)} and {@code super(…)}. */
class FlexibleConstructors {
    static AccountRepository accounts;
    private Object kept;

    @AcquiresLock
    FlexibleConstructors(String id) {}

    FlexibleConstructors() {
        String id = "x";
        this(id); // error: [effect.undeclared]
    }

    FlexibleConstructors(LockedAccount account) {
        String id = account.getId();
        this(id); // error: [nested.acquire.call]
    }

    FlexibleConstructors(Object any) {
        LockedAccount made = (LockedAccount) any; // error: [proof.downcast]
        made.close(); // error: [proof.explicit.close]
        List<LockedAccount> list = null; // error: [proof.type.argument]
        kept = any;
        super();
    }

    FlexibleConstructors(@RunsInline Runnable work) {
        kept = work; // error: [inline.param.escapes]
        super();
    }

    static class Subclass extends FlexibleConstructors {
        Subclass(int number) {
            accounts.withLock("x", a -> 1); // error: [effect.undeclared]
            super("x");
        }

        @AcquiresLock
        Subclass(long number) {
            Object opened = accounts.lock("x"); // error: [acquire.not.resource]
            LockedAccount outer = null;
            try (var account = accounts.lock("x")) {
                outer = account; // error: [proof.reassigned]
                Runnable later = () -> account.deposit(1); // error: [proof.captured]
                new Subclass(1L); // error: [nested.acquire.call]
            }
            super("x");
        }

        Subclass(char letter) {
            int number = letter;
            super("" + number); // error: [effect.undeclared]
        }

        Subclass(Account stored) {
            Object same = (@Locked Account) stored; // error: [locked.cast]
            super(same);
        }
    }

    // An anonymous class has its superclass's effect, wherever the call stands.
    void anonymous(LockedAccount account) {
        new Late("x") {}; // error: [nested.acquire.call]
        new Late("x"); // error: [nested.acquire.call]
    }

    static class Late extends FlexibleConstructors {
        @AcquiresLock
        Late(String id) {
            String text = id.trim();
            super(text);
        }
    }

    static class Inferred {
        private Inferred(String id) {
            var text = id.trim();
            accounts.withLock(text, a -> 1);
            super();
        }

        static void makes() {
            new Inferred("x"); // error: [effect.undeclared]
        }
    }

    // silent: nested effect resource place escape capture close forge inline locked
    static class Quiet extends FlexibleConstructors {
        @AcquiresLock
        Quiet(String id) {
            String found;
            try (var account = accounts.lock(id)) {
                LockedAccount same = (LockedAccount) account;
                List.of(1).forEach(i -> same.deposit(i));
                found = same.getOwner();
            }
            accounts.withLock(found, a -> 1);
            super(found);
        }

        Quiet(@Locked Account account, @RunsInline Runnable work) {
            account.deposit(1);
            work.run();
            super(account.getOwner() + 1, account);
        }
    }

    FlexibleConstructors(String id, Account seen) {}
}
