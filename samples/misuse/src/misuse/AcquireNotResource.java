package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** Nothing releases this lock if the code after it throws. */
class AcquireNotResource {

    @AcquiresLock
    void refund(AccountRepository accounts, String id) {
        LockedAccount account = accounts.lock(id); // error: [acquire.not.resource]
        account.deposit(10);
        accounts.save(account);
    }
}
