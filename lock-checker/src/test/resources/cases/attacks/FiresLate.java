import dev.lockproof.annotations.AcquiresLock;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

// Nothing to check in the first, faults of the rules alone in the second, and of the qualifiers in the third.
class First {}

class Second {
    @AcquiresLock
    void takes() {}

    void calls() {
        takes(); // error: [effect.undeclared]
    }
}

class Third {
    void save(AccountRepository accounts, Account account) {
        accounts.save(account); // error: [save.not.writable]
    }
}

class Fourth {}

class Fifth {
    void more(AccountRepository accounts, Account account) {
        accounts.save(account); // error: [save.not.writable]
    }
}
