import bank.*;
import dev.lockproof.annotations.*;

/** Whoever takes a lock by hand releases it by hand, which is one fault. */
class FiresByHand {
    private AccountRepository accounts;

    @AcquiresLock
    void closed(String id) {
        LockedAccount account = accounts.lock(id); // error: [acquire.not.resource]
        account.deposit(1);
        account.close();
    }

    @AcquiresLock
    void inFinally(String id, boolean flag) {
        LockedAccount account = null;
        try {
            account = flag ? accounts.lock(id) : null; // error: [acquire.not.resource]
        } finally {
            if (account != null) {
                account.close();
            }
        }
    }

    @AcquiresLock
    void triedLater(String id) {
        LockedAccount account = accounts.lock(id); // error: [acquire.not.resource]
        try (account) {
            account.deposit(1);
        }
    }

    static LockedAccount checked(LockedAccount account) {
        return account;
    }

    @AcquiresLock
    void checkedFirst(String id) {
        try (LockedAccount account = checked(accounts.lock(id))) { // error: [acquire.not.resource]
            account.deposit(1);
        }
    }

    @AcquiresLock
    @SuppressWarnings("lockproof:acquire.not.resource")
    void suppressed(String id) {
        LockedAccount account = accounts.lock(id);
        account.close(); // error: [proof.explicit.close]
    }
}
