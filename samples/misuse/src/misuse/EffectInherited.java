package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** Whoever calls Runnable.run() doesn't know that the inherited one takes a lock. */
class EffectInherited extends EffectInheritedBase implements Runnable {} // error: [effect.inherited]

class EffectInheritedBase {

    private final AccountRepository accounts = AccountRepository.inMemory();

    @AcquiresLock
    public void run() {
        try (LockedAccount account = accounts.lock("42")) {
            account.deposit(10);
            accounts.save(account);
        }
    }
}
