import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import shop.*;

/** Anonymous, local, inner and nested classes. */
class Classes {
    AccountRepository accounts;

    interface Task {
        void run(Account account);
    }

    abstract static class Base {
        abstract void settle(@Locked Account account);

        @Locked Account same(@Locked Account account) {
            return account;
        }
    }

    void fires(Account stored) {
        new Task() {
            @Override
            public void run(@Locked Account account) {} // error: [override.locked.parameter]
        };
        new Base() {
            @Override
            void settle(@Locked Account account) {
                accounts.save(stored); // error: [save.not.writable]
            }

            @Override
            Account same(@Locked Account account) { // error: [override.locked.return]
                return account;
            }
        };
        class Local extends Base {
            @Override
            void settle(@Locked Account account) {
                same(stored); // error: [argument.not.locked]
                Task task = this::settle; // error: [methodref.not.locked]
            }

            @Override
            @Locked Account same(@Locked Account account) {
                return stored; // error: [return.not.locked]
            }
        }
    }

    class Inner {
        void run(Account account) {
            @Locked Account same = account; // error: [assignment.not.locked]
            Object cast = (@Writable Account) account; // error: [locked.cast]
        }
    }

    // silent: needs gives overrides references casts
    class Quiet extends Base {
        @Override
        void settle(Account account) {}

        @Override
        @Locked Account same(@Locked Account account) {
            accounts.save(account);
            @Locked Account own = (@Writable Account) account == null ? account : account;
            Consumer<Account> read = this::settle;
            new Base() {
                @Override
                void settle(@Locked Account account) {
                    Quiet.this.same(account);
                }
            };
            return own;
        }
    }
}
