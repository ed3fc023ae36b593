import dev.lockproof.LockService;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.PolyLocked;
import dev.lockproof.annotations.Writable;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

/** What is locked by its qualifier alone may not outlive its lock either. */
class FiresQualified {
    private final AccountRepository accounts;

    FiresQualified(AccountRepository accounts) {
        this.accounts = accounts;
    }

    static @PolyLocked Account same(@PolyLocked Account account) {
        return account;
    }

    @AcquiresLock
    void keep(String id, boolean choice) {
        @Locked Account kept = null;
        @Writable Account writable = new Account("1", "Ada", 0);
        try (LockedAccount locked = accounts.lock(id)) {
            kept = locked; // error: [proof.reassigned]
            kept = locked.entity(); // error: [proof.reassigned]
            kept = same(locked); // error: [proof.reassigned]
            kept = choice ? locked : null; // error: [proof.reassigned]
            kept = choice ? locked.entity() : kept; // error: [proof.reassigned]
            kept = (Account) locked; // error: [proof.reassigned]
            kept = switch (id) { // error: [proof.reassigned]
                case "1" -> locked.entity();
                default -> locked;
            };
            Account alias = locked.entity();
            kept = alias; // error: [proof.reassigned]
            writable = alias; // error: [proof.reassigned]
            writable = choice ? alias : writable; // error: [proof.reassigned]
        }
        accounts.save(kept);
        accounts.save(writable);
    }

    void inOneScope(@Locked Account one, @Locked Account other, boolean choice) {
        @Locked Account larger;
        if (choice) {
            larger = one;
        } else {
            larger = other;
        }
        @Writable Account written = larger;
        written = new Account("1", "Ada", 0);
        accounts.save(larger);
        accounts.save(written);
    }
}
