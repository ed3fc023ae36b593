package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;
import java.util.function.Consumer;

/** Whoever calls Consumer.accept doesn't know that a lock is asked for. */
class OverrideLockedParameter implements Consumer<Account> {

    @Override
    public void accept(@Locked Account account) { // error: [override.locked.parameter]
        account.deposit(10);
    }
}
