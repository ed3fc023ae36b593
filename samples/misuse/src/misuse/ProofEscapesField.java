package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;

/** The object is used under the lock, and kept after it. Suppressing proof.field doesn't make it safe. */
class ProofEscapesField {

    @SuppressWarnings("lockproof:proof.field")
    private LockedAccount last;

    @AcquiresLock
    void refund(AccountRepository accounts, String id) {
        try (LockedAccount account = accounts.lock(id)) {
            last = account; // error: [proof.escapes.field]
        }
    }
}
