package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** A constructor would take the lock, wherever an object is made. */
class EffectInitializer {

    private final long balance = balance(AccountRepository.inMemory()); // error: [effect.initializer]

    long doubled() {
        return 2 * balance;
    }

    @AcquiresLock
    static long balance(AccountRepository accounts) {
        try (LockedAccount account = accounts.lock("42")) {
            return account.getBalance();
        }
    }
}
