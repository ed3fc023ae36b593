import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import java.util.List;
import shop.Account;
import shop.AccountRepository;
import shop.LockedAccount;

/**
 * What the checker accepts although it isn't so. None of it overwrites anything: what isn't a proof can only be inserted,
 * and the store refuses to insert what it has.
 */
class NotSeen {
    private final AccountRepository accounts;
    private Object field;

    NotSeen(AccountRepository accounts, Object field) {
        this.accounts = accounts;
        this.field = field;
    }

    /** The compiler warns of an unchecked conversion. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    void rawType(List<Account> stored) {
        List raw = stored;
        List<@Fresh Account> fresh = raw;
        accounts.save(fresh.get(0));
    }

    /** The compiler warns of an unchecked cast. */
    @SuppressWarnings("unchecked")
    private <T> T anything() {
        return (T) field;
    }

    void uncheckedCast() {
        @Fresh Account account = this.<@Fresh Account>anything();
        accounts.save(account);
    }

    void savedTwice() {
        Account account = new Account("1", "Ada", 0);
        accounts.save(account);
        accounts.save(account);
    }

    /** The copy is a new object, and no proof. */
    @AcquiresLock
    void copyOfLocked(String id) {
        try (LockedAccount locked = accounts.lock(id)) {
            accounts.save(locked.renamed("Bob"));
        }
    }

    @SuppressWarnings("lockproof:save.not.writable")
    void suppressed(Account account) {
        accounts.save(account);
    }
}
