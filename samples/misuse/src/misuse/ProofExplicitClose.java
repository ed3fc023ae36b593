package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** The code after it would still believe in the lock. */
class ProofExplicitClose {

    @AcquiresLock
    void refund(AccountRepository accounts, String id) {
        try (LockedAccount account = accounts.lock(id)) {
            account.close(); // error: [proof.explicit.close]
            account.deposit(10);
            accounts.save(account);
        }
    }
}
