package dev.lockproof.samples.misuse;

import dev.lockproof.LockProof;

/** Only a LockService makes proofs. */
abstract class ProofForged implements LockProof<Account> {} // error: [proof.forged]
