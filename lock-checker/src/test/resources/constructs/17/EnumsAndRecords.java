import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Enums with bodies, records and compact constructors. */
class EnumsAndRecords {
    static AccountRepository accounts;

    enum Fee {
        NONE {
            @Override
            void charge(@Locked Account account, Account other) {
                settle(other); // error: [argument.not.locked]
                accounts.save(other); // error: [save.not.writable]
            }

            @Override
            Account pick(@Locked Account account) { // error: [override.locked.return]
                return account;
            }
        },
        ALL {
            @Override
            void charge(@Locked Account account, @Locked Account other) {} // error: [override.locked.parameter]

            @Override
            @Locked Account pick(@Locked Account account) {
                Account other = new Account("1", "Ada", 1);
                return other; // error: [return.not.locked]
            }
        };

        abstract void charge(@Locked Account account, Account other);

        abstract @Locked Account pick(@Locked Account account);
    }

    static void settle(@Locked Account account) {}

    record Seen(Account account) {
        Seen {
            settle(account); // error: [argument.not.locked]
            @Locked Account same = account; // error: [assignment.not.locked]
            Object cast = (@Locked Account) account; // error: [locked.cast]
            Consumer<Account> task = EnumsAndRecords::settle; // error: [methodref.not.locked]
        }

        void save() {
            accounts.save(account); // error: [save.not.writable]
        }
    }

    // silent: needs gives overrides references casts
    enum Quiet {
        ONE {
            @Override
            void charge(Account account) {}

            @Override
            @Locked Account pick(@Locked Account account) {
                settle((@Locked Account) account);
                return account;
            }
        };

        abstract void charge(@Locked Account account);

        abstract @Locked Account pick(@Locked Account account);
    }

    record QuietSeen(Account account, String owner) {
        QuietSeen {
            Objects.requireNonNull(account);
        }

        QuietSeen(@Locked Account account) {
            this(account, account.getOwner());
            Function<Account, QuietSeen> maker = a -> new QuietSeen(a, "");
            Function<Account, Long> balance = Account::getBalance;
        }

        static void open(String id) {
            accounts.save(new Account(id, "Ada", 1));
        }
    }
}
