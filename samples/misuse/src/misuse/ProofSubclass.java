package dev.lockproof.samples.misuse;

import dev.lockproof.LockProof;

/** Only generated classes are proofs. */
interface ProofSubclass extends LockProof<Account> { // error: [proof.subclass]

    long balance();
}
