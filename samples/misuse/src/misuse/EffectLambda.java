package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.Executor;

/** Nobody knows on which thread, and under which locks, a Runnable runs. */
class EffectLambda {

    void refundLater(AccountRepository accounts, Executor executor, String id) {
        executor.execute(() -> refund(accounts, id)); // error: [effect.lambda]
    }

    @AcquiresLock
    void refund(AccountRepository accounts, String id) {
        try (LockedAccount account = accounts.lock(id)) {
            account.deposit(10);
            accounts.save(account);
        }
    }
}
