import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.AcquiresLock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** The imports are mixed up. */
class FiresOtherAnnotation {
    private AccountRepository accounts;

    static void declared(@Elsewhere.RunsInline Runnable task) {
        task.run();
    }

    static void typed(@ElsewhereForTypes.RunsInline Runnable task) {
        task.run();
    }

    @AcquiresLock
    void captures(String id) {
        try (var account = accounts.lock(id)) {
            declared(() -> account.deposit(1)); // error: [proof.captured]
            typed(() -> account.deposit(1)); // error: [proof.captured]
            typed(account::notify); // error: [proof.captured]
        }
    }
}

class Elsewhere {
    @interface RunsInline {}
}

class ElsewhereForTypes {
    @Target(ElementType.TYPE_USE)
    @interface RunsInline {}
}
