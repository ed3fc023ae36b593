package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;

/** An annotation doesn't take a lock. */
class LockedCast {

    void refund(AccountRepository accounts, PersistentAccount stored) {
        Account account = (@Locked Account) stored.entity(); // error: [locked.cast]
        account.deposit(10);
        accounts.save(account);
    }
}
