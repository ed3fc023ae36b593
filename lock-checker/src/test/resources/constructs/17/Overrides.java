import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Covariant results, generic supertypes with their bridge methods, and inherited implementations. */
class Overrides {
    AccountRepository accounts;

    interface Handler<T> {
        Object handle(T value);
    }

    static class Generic implements Handler<Account> {
        @Override
        public Account handle(@Locked Account value) { // error: [override.locked.parameter]
            return value;
        }
    }

    interface Picks {
        @Locked Account pick(@Locked Account account);
    }

    static class Covariant implements Picks {
        @Override
        public LockedAccount pick(@Locked Account account) {
            return null;
        }
    }

    static class Base {
        public Account pick(@Locked Account account) {
            return account;
        }

        public void asks(@Locked Account account) {}
    }

    static class Inherits extends Base implements Picks {} // error: [override.locked.return]

    interface Asks {
        void asks(Account account);
    }

    static class InheritsMore extends Base implements Asks {} // error: [override.locked.parameter]

    void fires(Base base, Account stored, Asks asks) {
        base.asks(stored); // error: [argument.not.locked]
        accounts.save(base.pick(null)); // error: [save.not.writable]
        Asks reference = base::asks; // error: [methodref.not.locked]
        Picks picks = account -> stored; // error: [return.not.locked]
        Object cast = (@Locked Account) base.pick(null); // error: [locked.cast]
    }

    // silent: needs gives overrides references casts
    static class Quiet extends Base implements Handler<Account> {
        @Override
        public Account handle(Account value) {
            Picks picks = account -> account;
            Asks asks = this::asks;
            return value;
        }

        @Override
        public @Locked Account pick(@Locked Account account) {
            asks((@Locked Account) account);
            return account;
        }

        @Override
        public void asks(Account account) {}
    }

    static class QuietInherited extends Quiet implements Picks, Asks {}
}
