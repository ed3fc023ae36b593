package shop.service;

import dev.lockproof.annotations.AcquiresLock;
import shop.Account;
import shop.AccountRepository;
import shop.Fees;
import shop.LockedAccount;

/** What it calls was compiled before, and is known from a jar. */
public record Payments(AccountRepository accounts, Fees fees) {

    public void chargeUnlocked(Account account) {
        fees.charge(account);
    }

    @AcquiresLock
    public void collectUnderLock(String id) {
        try (LockedAccount account = accounts.lock(id)) {
            fees.collect();
        }
    }
}
