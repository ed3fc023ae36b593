package dev.lockproof.samples.misuse;

import dev.lockproof.LockProof;

/** The object is used under the lock, and kept after it. Suppressing proof.array doesn't make it safe. */
class ProofEscapesArray {

    @SuppressWarnings("lockproof:proof.array")
    private final LockProof<?>[] kept = new LockProof<?>[1];

    void refund(LockedAccount account) {
        account.deposit(10);
        kept[0] = account; // error: [proof.escapes.array]
    }
}
