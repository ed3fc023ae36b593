package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Fresh;
import java.util.function.Supplier;

/** Whoever calls the interface relies on an account that is new. */
class OverrideLockedReturn implements Supplier<@Fresh Account> {

    @Override
    public Account get() { // error: [override.locked.return]
        return new Account("42", "Ann", 100);
    }
}
