import dev.lockproof.annotations.*;
import library.Ledger;
import shop.*;

/** What a module that is compiled against the earlier one may do with it. */
class User {
    private AccountRepository accounts;
    private Ledger ledger;

    void fires(Account stored, String id) {
        ledger.deposit(stored, 1); // error: [argument.not.locked]
        new Ledger(accounts, stored); // error: [argument.not.locked]
        accounts.save(Ledger.load(id)); // error: [save.not.writable]
        @Locked Account same = Ledger.load(id); // error: [assignment.not.locked]
        Ledger.Reader reader = account -> ledger.deposit(account, 1); // error: [argument.not.locked]
        Ledger.Work work = account -> ledger.settle(id); // error: [nested.acquire.call]
        java.util.function.ObjLongConsumer<Account> reference = ledger::deposit; // error: [methodref.not.locked]
        ledger.settle(id); // error: [effect.undeclared]
    }

    static class Sub extends Ledger {
        Sub(AccountRepository accounts) {
            super(accounts);
        }

        @Override
        public Account same(@Locked Account account) { // error: [override.locked.return]
            return account;
        }

        @Override
        public void reads(@Locked Account account) {} // error: [override.locked.parameter]
    }

    @AcquiresLock
    void silent(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            ledger.deposit(account, 1);
            new Ledger(accounts, account);
            @Locked Account same = ledger.same(account);
            accounts.save(same);
        }
        accounts.save(Ledger.open(id));
        Ledger.Work work = account -> ledger.deposit(account, 1);
        Ledger.Reader reader = ledger::reads;
        ledger.settle(id);
    }

    static class Quiet extends Ledger implements Ledger.Reader {
        Quiet(AccountRepository accounts, @Locked Account account) {
            super(accounts, account);
        }

        @Override
        public @Locked Account same(@Locked Account account) {
            return super.same(account);
        }
    }
}
