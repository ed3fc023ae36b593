package dev.lockproof.samples.misuse;

/** A cast doesn't take a lock. */
class ProofDowncast {

    void refund(AccountRepository accounts, PersistentAccount account) {
        LockedAccount locked = (LockedAccount) account; // error: [proof.downcast]
        locked.deposit(10);
        accounts.save(locked);
    }
}
