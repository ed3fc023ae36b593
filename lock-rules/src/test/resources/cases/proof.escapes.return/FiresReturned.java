import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresReturned {
    private AccountRepository accounts;

    @AcquiresLock
    LockedAccount afterRelease(String id) {
        try (var account = accounts.lock(id)) {
            return account; // error: [proof.escapes.return]
        }
    }

    @AcquiresLock
    LockProof<Account> asProof(String id) {
        try (var account = accounts.lock(id)) {
            LockedAccount alias = account;
            return id.isEmpty() ? null : alias; // error: [proof.escapes.return]
        }
    }

    @AcquiresLock
    LockedAccount ofPair(LockService locks, PersistentAccount a, PersistentAccount b) {
        try (var pair = locks.acquireBoth(a, b)) {
            return pair.first(); // error: [proof.escapes.return]
        }
    }

    @AcquiresLock
    @SuppressWarnings("lockproof:locked.location")
    @Locked Account asLocked(String id) {
        try (var account = accounts.lock(id)) {
            return account; // error: [proof.escapes.return]
        }
    }

    @AcquiresLock
    void lambdas(String id) {
        accounts.withLock(id, account -> account); // error: [proof.escapes.return]
        use(accounts.withLock(id, Function.identity())); // error: [proof.escapes.return]
        use(accounts.withLock(id, Objects::requireNonNull)); // error: [proof.escapes.return]
        accounts.withLock(id, account -> Optional.of(account)).get().deposit(1); // error: [proof.escapes.return]
        accounts.withLock(id, account -> {
            return account; // error: [proof.escapes.return]
        });
    }

    private void use(LockedAccount account) {}
}
