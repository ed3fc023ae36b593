package shop;

import dev.lockproof.annotations.AcquiresLock;

public final class Payments {

    private final AccountRepository accounts;

    public Payments(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @AcquiresLock
    public void pay(String id, long amount) {
        try (LockedAccount account = accounts.lock(id)) {
            account.deposit(amount);
            accounts.save(account);
        }
    }

    @AcquiresLock
    public AccountMapper.Statement statement(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            return AccountMapper.INSTANCE.ofLocked(account);
        }
    }
}
