import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Record patterns, and patterns with guards in {@code switch}. */
class RecordAndSwitchPatterns {
    AccountRepository accounts;

    record Seen(Account account, Object any) {}

    sealed interface Command permits Open, Close {}

    record Open(Account account) implements Command {}

    record Close(Account account) implements Command {}

    static boolean settle(@Locked Account account) {
        return true;
    }

    @Locked Account fires(Object any, @Locked Account locked, Command command) {
        if (any instanceof Seen(var account, Account other)) {
            accounts.save(account); // error: [save.not.writable]
            settle(other); // error: [argument.not.locked]
        }
        if (any instanceof Seen(@Locked Account account, var other)) {} // error: [locked.cast]
        switch (any) {
            case Seen(Account account, var x) when settle(account) -> {} // error: [argument.not.locked]
            case Account account -> accounts.save(account); // error: [save.not.writable]
            case List<?> list -> {
                Consumer<Account> task = RecordAndSwitchPatterns::settle; // error: [methodref.not.locked]
            }
            default -> {}
        }
        @Locked Account same =
                switch (command) {
                    case Open(var account) -> account; // error: [assignment.not.locked]
                    case Close close -> locked;
                };
        return switch (command) {
            case Open(var account) -> account; // error: [return.not.locked]
            case Close close -> locked;
        };
    }

    // without: overrides - a pattern declares no methods

    // silent: needs gives references casts
    @Locked Account quiet(Object any, @Locked Account locked, Command command) {
        switch (locked) {
            case Account same when settle(same) -> accounts.save(same);
            case @Locked Account same -> accounts.save(same);
        }
        if (any instanceof Seen(Account account, var other) && account.getBalance() > 0) {
            Consumer<Account> task = Account::getBalance;
            task.accept(account);
        }
        return switch (command) {
            case Open(var account) when account.getBalance() > 0 -> locked;
            case Open open -> locked;
            case Close(Account account) -> null;
        };
    }
}
