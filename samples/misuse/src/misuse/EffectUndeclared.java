package dev.lockproof.samples.misuse;

/** A method that takes a lock says so, for its callers and for the compiler. */
class EffectUndeclared {

    void refund(AccountRepository accounts, String id) {
        try (LockedAccount account = accounts.lock(id)) { // error: [effect.undeclared]
            account.deposit(10);
            accounts.save(account);
        }
    }
}
