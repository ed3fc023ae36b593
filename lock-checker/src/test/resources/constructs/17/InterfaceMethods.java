import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Default, private and static methods of interfaces, and what inherits them. */
interface InterfaceMethods {
    AccountRepository accounts();

    default void charge(Account account) {
        settle(account); // error: [argument.not.locked]
        accounts().save(account); // error: [save.not.writable]
    }

    static void settle(@Locked Account account) {
        Consumer<Account> task = InterfaceMethods::settle; // error: [methodref.not.locked]
    }

    private @Locked Account pick(@Locked Account account, Account other) {
        Object cast = (@Locked Account) other; // error: [locked.cast]
        return other; // error: [return.not.locked]
    }

    default @Locked Account same(@Locked Account account) {
        return account;
    }

    interface Narrower extends InterfaceMethods {
        @Override
        default Account same(@Locked Account account) { // error: [override.locked.return]
            return account;
        }

        @Override
        void charge(@Locked Account account); // error: [override.locked.parameter]
    }

    // silent: needs gives overrides references casts
    interface Quiet extends InterfaceMethods {
        @Override
        default void charge(@MaybeUnlocked Account account) {
            Consumer<Account> task = this::charge;
        }

        @Override
        default @Locked Account same(@Writable Account account) {
            return account == null ? null : null;
        }

        @AcquiresLock
        default void work(String id) {
            try (LockedAccount account = accounts().lock(id)) {
                InterfaceMethods.settle(account);
                settle(same(account));
                Object cast = (@Locked Account) account;
            }
        }

        private void settle(@Locked Account account) {
            accounts().save(account);
        }
    }
}
