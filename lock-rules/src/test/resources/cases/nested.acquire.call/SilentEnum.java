import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;

/** What every enum has takes no lock, whatever its own methods do. */
class SilentEnum {
    private AccountRepository accounts;

    @AcquiresLock
    enum Operation {
        REFUND;

        void run(AccountRepository accounts) {
            accounts.withLock("a", account -> 1);
        }
    }

    @AcquiresLock
    void all() {
        try (var account = accounts.lock("a")) {
            for (Operation operation : Operation.values()) {
                account.deposit(operation.ordinal());
            }
            account.deposit(Operation.valueOf("REFUND").ordinal());
        }
    }
}
