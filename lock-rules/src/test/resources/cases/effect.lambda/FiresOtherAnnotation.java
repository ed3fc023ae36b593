import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.AcquiresLock;

/** The imports are mixed up. */
class FiresOtherAnnotation {
    private AccountRepository accounts;

    static void run(@Elsewhere.RunsInline Runnable task) {
        task.run();
    }

    @AcquiresLock
    void passes(String id) {
        run(() -> accounts.withLock(id, account -> 1)); // error: [effect.lambda]
    }
}

class Elsewhere {
    @interface RunsInline {}
}
