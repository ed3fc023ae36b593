package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** Whoever calls Runnable.run() doesn't know that this one takes a lock. */
class EffectOverride implements Runnable {

    private final AccountRepository accounts;

    EffectOverride(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @AcquiresLock
    public void run() { // error: [effect.override]
        try (LockedAccount account = accounts.lock("42")) {
            account.deposit(10);
            accounts.save(account);
        }
    }
}
