package dev.lockproof.samples.smallbank;

import dev.lockproof.Condition;
import dev.lockproof.LockProof;
import dev.lockproof.LockService;
import dev.lockproof.LockedGroup;
import dev.lockproof.LockedPair;
import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Locked;
import dev.lockproof.annotations.RunsInline;
import dev.lockproof.spi.EntityStore;
import java.util.stream.Stream;

/**
 * The procedures under locks.
 *
 * <p>Each public method takes the locks of all rows that it is about, in one acquisition, and says {@code @AcquiresLock}.
 * The private ones ask for the proof in their signature. Leave a lock out, and this class doesn't compile.
 */
final class LockproofBank implements Bank {

    private final EntityStore store;
    private final LockService locks;
    private final AccountRepository accounts;
    private final SavingsRepository savings;
    private final CheckingRepository checking;
    private final Receipts receipts;

    LockproofBank(EntityStore store, LockService locks) {
        this(store, locks, Receipts.NONE);
    }

    LockproofBank(EntityStore store, LockService locks, Receipts receipts) {
        this.store = store;
        this.locks = locks;
        this.accounts = new AccountRepository(store, locks);
        this.savings = new SavingsRepository(store, locks);
        this.checking = new CheckingRepository(store, locks);
        this.receipts = receipts;
    }

    @Override
    public void together(@RunsInline Runnable work) {
        store.inTransaction(work);
    }

    boolean isEmpty() {
        return accounts.count(Condition.all()) == 0;
    }

    @Override
    public void open(@Fresh Account account, long savingsCents, long checkingCents) {
        store.inTransaction(() -> {
            accounts.save(account);
            savings.save(new Savings(account.customerId(), savingsCents));
            checking.save(new Checking(account.customerId(), checkingCents));
        });
    }

    @Override
    @AcquiresLock
    public void amalgamate(String from, String to) {
        PersistentSavings payerSavings = savings.require(customerId(from));
        PersistentChecking payerChecking = checking.require(customerId(from));
        PersistentChecking payeeChecking = checking.require(customerId(to));
        try (LockedGroup<LockProof<?>> all = locks.acquireAll(payerSavings, payerChecking, payeeChecking)) {
            LockedSavings savingsOut = all.get(payerSavings);
            LockedChecking checkingOut = all.get(payerChecking);
            long cents = savingsOut.balance() + checkingOut.getBalance();
            store.inTransaction(() -> {
                savings.save(savingsOut.change(Savings::emptied));
                overdraw(checkingOut, checkingOut.getBalance());
                deposit(all.get(payeeChecking), cents);
            });
        }
    }

    @Override
    @AcquiresLock
    public long balance(String name) {
        try (LockedPair<LockedSavings, LockedChecking> both = lockBoth(customerId(name))) {
            return both.first().balance() + both.second().getBalance();
        }
    }

    @Override
    @AcquiresLock
    public void depositChecking(String name, long cents) {
        try (LockedChecking account = checking.lock(customerId(name))) {
            receipts.book(cents, () -> deposit(account, cents));
        }
    }

    @Override
    @AcquiresLock
    public void sendPayment(String from, String to, long cents) {
        try (LockedPair<LockedChecking, LockedChecking> pair =
                locks.acquireBoth(checking.require(customerId(from)), checking.require(customerId(to)))) {
            store.inTransaction(() -> {
                withdraw(pair.first(), cents);
                deposit(pair.second(), cents);
            });
        }
    }

    @Override
    @AcquiresLock
    public void transactSavings(String name, long cents) {
        try (LockedSavings account = savings.lock(customerId(name))) {
            receipts.book(cents, () -> savings.save(account.change(old -> old.plus(cents))));
        }
    }

    @Override
    @AcquiresLock
    public long writeCheck(String name, long cents) {
        // The savings are only read, but under their lock: else money moved in between could make the check bounce.
        try (LockedPair<LockedSavings, LockedChecking> both = lockBoth(customerId(name))) {
            long funds = both.first().balance() + both.second().getBalance();
            long penalty = funds < cents ? OVERDRAFT_PENALTY : 0;
            receipts.book(-cents - penalty, () -> overdraw(both.second(), cents + penalty));
            return penalty;
        }
    }

    @Override
    public long total() {
        try (Stream<PersistentSavings> allSavings = savings.stream(Query.all());
                Stream<PersistentChecking> allChecking = checking.stream(Query.all())) {
            return allSavings.mapToLong(PersistentSavings::balance).sum()
                    + allChecking.mapToLong(PersistentChecking::getBalance).sum();
        }
    }

    private void deposit(@Locked Checking account, long cents) {
        account.deposit(cents);
        checking.save(account);
    }

    private void withdraw(@Locked Checking account, long cents) {
        account.withdraw(cents);
        checking.save(account);
    }

    private void overdraw(@Locked Checking account, long cents) {
        account.overdraw(cents);
        checking.save(account);
    }

    private LockedPair<LockedSavings, LockedChecking> lockBoth(long customerId) {
        return locks.acquireBoth(savings.require(customerId), checking.require(customerId));
    }

    private long customerId(String name) {
        return accounts.require(name).customerId();
    }
}
