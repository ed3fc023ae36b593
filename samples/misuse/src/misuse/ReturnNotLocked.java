package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;

/** The method promises a lock that isn't held. */
class ReturnNotLocked {

    @Locked Account richer(@Locked Account account, Account other) {
        return other; // error: [return.not.locked]
    }
}
