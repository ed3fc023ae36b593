package dev.lockproof.samples.misuse;

/** An array lives longer than any lock. */
class ProofArray {

    int count(LockedAccount[] accounts) { // error: [proof.array]
        return accounts.length;
    }
}
