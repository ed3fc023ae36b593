package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** The variable outlives the try block, and with it the proof. */
class ProofReassigned {

    @AcquiresLock
    void refund(AccountRepository accounts, String id) {
        LockedAccount outer = null;
        try (LockedAccount account = accounts.lock(id)) {
            outer = account; // error: [proof.reassigned]
        }
        accounts.save(outer);
    }
}
