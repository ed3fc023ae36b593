import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentCalls {
    private AccountRepository accounts;

    @AcquiresLock
    void refund(String id) {
        accounts.withLock(id, account -> account.getBalance());
    }

    private void harmless(LockedAccount account) {
        account.deposit(1);
    }

    @AcquiresLock
    void afterwards(String id, List<String> ids) {
        try (var account = accounts.lock(id)) {
            harmless(account);
            ids.forEach(each -> account.deposit(1));
            ids.stream().map(String::length).toList();
        }
        refund(id);
        ids.forEach(this::refund);
        ids.stream().filter(each -> !each.isEmpty()).forEach(each -> refund(each));
        retry(() -> refund(id));
    }

    /** Doesn't take a lock by itself, so what runs inline in it runs as if it stood here. */
    void retry(@RunsInline Runnable work) {
        work.run();
    }

    @AcquiresLock
    void later(LockService locks, Executor executor, String id) {
        try (var account = accounts.lock(id)) {
            executor.execute(Locks.detached(() -> refund("other")));
        }
    }

    @AcquiresLock
    void inTransaction(dev.lockproof.spi.EntityStore store, String from, String to) {
        store.inTransaction(() -> {
            refund(from);
            refund(to);
        });
    }
}
