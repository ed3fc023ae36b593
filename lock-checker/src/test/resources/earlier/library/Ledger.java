package library;

import dev.lockproof.LockedPair;
import dev.lockproof.annotations.*;
import shop.*;

/** What a module that was compiled earlier offers. */
public class Ledger {
    protected final AccountRepository accounts;

    public Ledger(AccountRepository accounts) {
        this.accounts = accounts;
    }

    public Ledger(AccountRepository accounts, @Locked Account account) {
        this(accounts);
        deposit(account, 1);
    }

    @AcquiresLock
    public void settle(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            deposit(account, 1);
        }
    }

    public void deposit(@Locked Account account, long amount) {
        account.deposit(amount);
        accounts.save(account);
    }

    public @Locked Account same(@Locked Account account) {
        return account;
    }

    public void reads(Account account) {}

    public static @Fresh Account open(String id) {
        return new Account(id, "Ada", 1);
    }

    public static Account load(String id) {
        return new Account(id, "Ada", 1);
    }

    /** An interface whose method runs under a lock. */
    public interface Work {
        void run(@Locked Account account);
    }

    /** An interface whose method doesn't. */
    public interface Reader {
        void reads(Account account);
    }
}
