package library;

import bank.*;
import dev.lockproof.annotations.*;
import java.util.function.*;

/** What a module that was compiled earlier offers. */
public class Ledger {
    protected final AccountRepository accounts;

    public Ledger(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @AcquiresLock
    public Ledger(AccountRepository accounts, String id) {
        this(accounts);
        settle(id);
    }

    @AcquiresLock
    public void settle(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            deposit(account, 1);
        }
    }

    @AcquiresLock
    public LockedAccount open(String id) {
        return accounts.lock(id);
    }

    public void deposit(@Locked Account account, long amount) {
        account.deposit(amount);
        accounts.save(account);
    }

    public @Locked Account same(@Locked Account account) {
        return account;
    }

    public void hands(LockedAccount account) {}

    public void runs(@RunsInline Runnable work) {
        work.run();
    }

    public void keeps(Runnable work) {
        new Thread(work);
    }

    public Object plain(String id) {
        return id;
    }

    /** An interface whose method may take locks. */
    public interface Job {
        @AcquiresLock
        void run(String id);
    }

    /** An interface whose method runs under a lock. */
    public interface Work {
        void run(LockedAccount account);
    }

    /** All of it takes locks. */
    @AcquiresLock
    public static class Covered {
        private final AccountRepository accounts;

        public Covered(AccountRepository accounts) {
            this.accounts = accounts;
        }

        public void takes(String id) {
            accounts.withLock(id, account -> account.getBalance());
        }

        public void needs(LockedAccount account) {}
    }

    /** Runs inline, by its interface. */
    public interface Runs {
        void runs(@RunsInline Runnable work);

        Object plain(String id);
    }

    /** Keeps what it is given. */
    public static class Keeper {
        public void runs(Runnable work) {
            new Thread(work);
        }

        @AcquiresLock
        public Object plain(String id) {
            return id;
        }
    }
}
