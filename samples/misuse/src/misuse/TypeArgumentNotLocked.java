package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Fresh;
import java.util.List;

/** Whoever takes accounts out of the list would believe that they are new. */
class TypeArgumentNotLocked {

    List<@Fresh Account> drafts(List<Account> accounts) {
        return accounts; // error: [type.argument.not.locked]
    }
}
