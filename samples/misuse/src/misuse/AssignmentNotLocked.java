package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;

/** A variable can't promise more than its value. */
class AssignmentNotLocked {

    void refund(AccountRepository accounts, Account account) {
        @Locked Account locked = account; // error: [assignment.not.locked]
        accounts.save(locked);
    }
}
