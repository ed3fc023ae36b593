import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Programs that misbehave and are accepted. Each is a line of the table in docs/soundness.md. */
class NotSeen {
    private AccountRepository accounts;
    private static Object stash;

    @AcquiresLock
    void refund(String id) {
        accounts.withLock(id, account -> account.getBalance());
    }

    void closesWhatWasForgotten(LockedAccount account) throws Exception {
        Object object = account;
        ((AutoCloseable) object).close();
    }

    @SuppressWarnings("unchecked")
    static <T> T exchange(T value) {
        T last = (T) stash;
        stash = value;
        return last;
    }

    void uncheckedCast(LockedAccount account) {
        LockedAccount older = exchange(account);
        older.deposit(1);
    }

    @AcquiresLock
    void callerRuns(Executor executor) {
        try (var account = accounts.lock("x")) {
            executor.execute(Locks.detached(() -> refund("y")));
        }
    }

    void suppressed() {
        @SuppressWarnings("lockproof:effect.lambda")
        Runnable task = () -> refund("x");
    }

    @AcquiresLock
    void savesACopy() {
        Account copy;
        try (var account = accounts.lock("x")) {
            copy = account;
        }
        accounts.save(copy);
    }

    private void readObject(java.io.ObjectInputStream in) {
        refund("x");
    }
}
