package dev.lockproof.samples.misuse;

/** A field lives longer than any lock. */
class ProofField {

    LockedAccount account; // error: [proof.field]
}
