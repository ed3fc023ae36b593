package shop;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Locked;

public final class Fees {

    private final AccountRepository accounts;

    public Fees(AccountRepository accounts) {
        this.accounts = accounts;
    }

    public void charge(@Locked Account account) {
        account.deposit(-1);
        accounts.save(account);
    }

    @AcquiresLock
    public void collect() {
        try (LockedAccount fees = accounts.lock("fees")) {
            charge(fees);
        }
    }
}
