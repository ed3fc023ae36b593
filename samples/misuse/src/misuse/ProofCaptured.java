package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.Executor;

/** The lambda may run when the lock is gone. */
class ProofCaptured {

    @AcquiresLock
    void refund(AccountRepository accounts, Executor executor, String id) {
        try (LockedAccount account = accounts.lock(id)) {
            executor.execute(() -> accounts.save(account)); // error: [proof.captured]
        }
    }
}
