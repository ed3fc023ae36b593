package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** A second lock while one is held can deadlock. */
class NestedAcquire {

    @AcquiresLock
    void transfer(AccountRepository accounts, String from, String to) {
        try (LockedAccount payer = accounts.lock(from)) {
            try (LockedAccount payee = accounts.lock(to)) { // error: [nested.acquire]
                payer.withdraw(10);
                payee.deposit(10);
                accounts.save(payer);
                accounts.save(payee);
            }
        }
    }
}
