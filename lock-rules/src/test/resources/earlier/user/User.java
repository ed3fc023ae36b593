import bank.*;
import dev.lockproof.annotations.*;
import java.util.*;
import library.Ledger;

/** What a module that is compiled against the earlier one may do with it. */
class User {
    private AccountRepository accounts;
    private Ledger ledger;
    private Ledger.Covered covered;

    @AcquiresLock
    void fires(String id) {
        ledger.open(id); // error: [acquire.not.resource]
        try (var account = ledger.open(id)) {
            ledger.settle(id); // error: [nested.acquire.call]
            covered.takes(id); // error: [nested.acquire.call]
            new Ledger(accounts, id); // error: [nested.acquire.call]
            List.of(id).forEach(ledger::settle); // error: [nested.acquire.call]
            ledger.keeps(() -> account.deposit(1)); // error: [proof.captured]
        }
        Runnable later = () -> ledger.settle(id); // error: [effect.lambda]
        Ledger.Work work = account -> ledger.settle(id); // error: [nested.acquire.call]
        ledger.runs(later);
    }

    void undeclared(String id) {
        covered.takes(id); // error: [effect.undeclared]
    }

    static class Sub extends Ledger {
        Sub(AccountRepository accounts) {
            super(accounts, "x"); // error: [effect.undeclared]
        }

        @Override
        public void runs(Runnable work) {} // error: [inline.override]

        @Override
        @AcquiresLock
        public Object plain(String id) { // error: [effect.override]
            return id;
        }
    }

    static class Inherits extends Ledger.Keeper implements Ledger.Runs {} // error: [effect.inherited] [inline.override]

    @AcquiresLock
    void silent(String id) {
        ledger.settle(id);
        covered.takes(id);
        new Ledger(accounts, id);
        Ledger.Job job = ledger::settle;
        Ledger.Work work = account -> ledger.hands(account);
        ledger.runs(() -> ledger.settle(id));
        try (var account = ledger.open(id)) {
            ledger.deposit(account, 1);
            ledger.same(account).deposit(1);
            ledger.runs(() -> account.deposit(1));
            covered.needs(account);
            work.run(account);
            new Ledger(accounts).plain(id);
        }
    }

    static class Quiet extends Ledger {
        @AcquiresLock
        Quiet(AccountRepository accounts) {
            super(accounts, "x");
        }

        @Override
        public void runs(@RunsInline Runnable work) {
            super.runs(work);
        }

        @Override
        @AcquiresLock
        public void settle(String id) {
            accounts.withLock(id, account -> 1);
        }
    }
}
