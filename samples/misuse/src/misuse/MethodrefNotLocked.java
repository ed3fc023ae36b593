package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;
import java.util.List;

/** forEach hands over accounts whose lock isn't held. */
class MethodrefNotLocked {

    void refundAll(List<Account> accounts) {
        accounts.forEach(this::refund); // error: [methodref.not.locked]
    }

    void refund(@Locked Account account) {
        account.deposit(10);
    }
}
