import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentResource {
    private AccountRepository accounts;
    private LockService locks;

    @AcquiresLock
    void resources(String id, PersistentAccount found) {
        try (var account = accounts.lock(id)) {
            account.deposit(1);
        }
        try (LockedAccount account = (accounts.lock(id))) {
            account.deposit(1);
        }
        try (var account = locks.acquire(Optional.of(found), IllegalStateException::new)) {
            account.deposit(1);
        }
        try (LockProof<Account> account = locks.acquire(found)) {
            account.entity();
        }
        try (var pair = locks.acquireBoth(found, found)) {
            pair.first().deposit(1);
        }
        try (var group = locks.acquireAll(List.of(found))) {
            for (LockedAccount each : group) {
                each.deposit(1);
            }
        }
        try (var account = open(id)) {
            account.deposit(1);
        }
        try (var account = accounts.tryLock(id)) {
            if (account == null) {
                return;
            }
            account.deposit(1);
        }
    }

    @AcquiresLock
    LockedAccount open(String id) {
        if (id.isEmpty()) {
            return accounts.lock("none");
        }
        return (accounts.lock(id));
    }

    @AcquiresLock
    <T, L extends LockProof<T>> L generic(Persistent<T, L> found) {
        return locks.acquire(found);
    }

    @AcquiresLock
    LockedPair<LockedAccount, LockedAccount> both(PersistentAccount a, PersistentAccount b) {
        return locks.acquireBoth(a, b);
    }

    private LockedAccount inferred(String id) {
        return open(id);
    }

    @AcquiresLock
    void useInferred(String id) {
        try (var account = inferred(id)) {
            account.deposit(1);
        }
    }
}
