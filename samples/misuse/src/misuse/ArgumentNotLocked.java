package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;

/** The method asks for the lock, and it isn't held here. */
class ArgumentNotLocked {

    void refund(AccountRepository accounts, Account account) {
        deposit(accounts, account); // error: [argument.not.locked]
    }

    void deposit(AccountRepository accounts, @Locked Account account) {
        account.deposit(10);
        accounts.save(account);
    }
}
