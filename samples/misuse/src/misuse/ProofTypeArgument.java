package dev.lockproof.samples.misuse;

import java.util.List;

/** A list lives longer than any lock. */
class ProofTypeArgument {

    int count(List<LockedAccount> accounts) { // error: [proof.type.argument]
        return accounts.size();
    }
}
