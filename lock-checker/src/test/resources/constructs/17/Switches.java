import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Switches, {@code yield}, {@code ?:} and patterns of {@code instanceof}. */
class Switches {
    AccountRepository accounts;

    static void settle(@Locked Account account) {}

    @Locked Account fires(@Locked Account account, Account stored, int kind, Object any) {
        accounts.save(
                switch (kind) {
                    case 1 -> account;
                    default -> stored; // error: [save.not.writable]
                });
        settle(kind == 1 ? stored : account); // error: [argument.not.locked]
        @Locked Account same =
                switch (kind) {
                    case 1 -> account;
                    default -> {
                        yield stored; // error: [assignment.not.locked]
                    }
                };
        Consumer<Account> task =
                switch (kind) {
                    case 1 -> Switches::settle; // error: [methodref.not.locked]
                    default -> a -> {};
                };
        if (any instanceof Account found) {
            accounts.save(found); // error: [save.not.writable]
        }
        if (any instanceof @Locked Account found) {} // error: [locked.cast]
        return switch (kind) {
            case 1 -> stored; // error: [return.not.locked]
            default -> account;
        };
    }

    // without: overrides - a switch declares no methods

    // silent: needs gives references casts
    @Locked Account quiet(@Locked Account account, Account stored, int kind, Object any) {
        accounts.save(
                switch (kind) {
                    case 1 -> account;
                    default -> new Account("1", "Ada", 1);
                });
        settle(kind == 1 ? account : null);
        Account chosen = kind == 1 ? account : stored;
        Account read =
                switch (kind) {
                    case 1 -> account;
                    default -> {
                        yield stored;
                    }
                };
        Function<Account, Long> task = kind == 1 ? Account::getBalance : a -> 1L;
        if (any instanceof Account found) {
            task.apply((@MaybeUnlocked Account) found);
        }
        return switch (kind) {
            case 1 -> account;
            default -> {
                yield account;
            }
        };
    }
}
