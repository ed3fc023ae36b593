package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.Executor;

/** Nobody knows on which thread, and under which locks, a method reference runs. */
class EffectMethodref {

    private final AccountRepository accounts;

    EffectMethodref(AccountRepository accounts) {
        this.accounts = accounts;
    }

    void refundLater(Executor executor) {
        executor.execute(this::refund); // error: [effect.methodref]
    }

    @AcquiresLock
    void refund() {
        try (LockedAccount account = accounts.lock("42")) {
            account.deposit(10);
            accounts.save(account);
        }
    }
}
