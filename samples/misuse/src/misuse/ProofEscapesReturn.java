package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** The lock is released when the method returns. */
class ProofEscapesReturn {

    @AcquiresLock
    LockedAccount find(AccountRepository accounts, String id) {
        try (LockedAccount account = accounts.lock(id)) {
            return account; // error: [proof.escapes.return]
        }
    }
}
