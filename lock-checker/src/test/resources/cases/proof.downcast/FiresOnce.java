import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

/** What is saved through the proof that came from nowhere is no fault of its own. */
class FiresOnce {
    void patterns(AccountRepository accounts, Account account) {
        if (account instanceof LockedAccount locked) { // error: [proof.downcast]
            accounts.save(locked);
        }
        if (!(account instanceof LockedAccount other)) { // error: [proof.downcast]
            return;
        }
        accounts.delete(other);
    }

    void casts(AccountRepository accounts, Account account) {
        LockedAccount locked = (LockedAccount) account; // error: [proof.downcast]
        accounts.save(locked);
    }
}
