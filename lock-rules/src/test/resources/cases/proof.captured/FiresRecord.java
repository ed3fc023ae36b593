import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** A record keeps its components, and no code says so. */
class FiresRecord {
    private record Implicit(Runnable task) {}

    private record Compact(Runnable task) {
        private Compact {
            Objects.requireNonNull(task);
        }
    }

    private record Calls(int result) {
        private Calls(IntSupplier task) {
            this(task.getAsInt());
        }
    }

    void keeps(LockedAccount account) {
        Object a = new Implicit(() -> account.deposit(1)); // error: [proof.captured]
        Object b = new Compact(() -> account.deposit(1)); // error: [proof.captured]
        Object c = new Calls(() -> (int) account.getBalance());
    }

    void takesALock(AccountRepository accounts) {
        Object a = new Implicit(() -> accounts.withLock("1", each -> 1)); // error: [effect.lambda]
    }
}
