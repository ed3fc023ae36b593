package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Locked;

/** A method that is called under a lock can't take one. */
class EffectContradiction {

    @AcquiresLock
    void refund(@Locked Account account, AccountRepository accounts) { // error: [effect.contradiction]
        account.deposit(10);
        accounts.save(account);
    }
}
