package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.AcquiresLock;
import java.util.function.Consumer;

/** Generic code may keep the proof for a function that runs later. */
class ProofEscapesArgument {

    @AcquiresLock
    void refund(AccountRepository accounts, String id) {
        try (LockedAccount account = accounts.lock(id)) {
            submit(account, a -> a.deposit(10)); // error: [proof.escapes.argument]
        }
    }

    static <T> void submit(T value, Consumer<T> work) {}
}
