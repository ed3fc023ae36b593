import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentReferences {
    private AccountRepository accounts;

    interface Job {
        @AcquiresLock
        void run(String id);
    }

    interface Opener {
        @AcquiresLock
        LockedAccount open(String id);
    }

    @AcquiresLock
    void refund(String id) {
        accounts.withLock(id, account -> 1);
    }

    @AcquiresLock
    void task() {}

    void harmless(String id) {}

    @AcquiresLock
    void references(Executor executor, List<String> ids) {
        Job job = this::refund;
        Opener opener = accounts::lock;
        executor.execute(Locks.detached(this::task));
        ids.forEach(this::refund);
        Consumer<String> fine = this::harmless;
    }
}
