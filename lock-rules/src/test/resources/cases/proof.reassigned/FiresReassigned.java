import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresReassigned {
    private AccountRepository accounts;

    @AcquiresLock
    void wider(List<String> ids, LockService locks, PersistentAccount found) {
        LockedAccount kept = null;
        @Locked Account locked = null;
        LockProof<?> proof;
        for (String id : ids) {
            try (var account = accounts.lock(id)) {
                kept = account; // error: [proof.reassigned]
                locked = account; // error: [proof.reassigned]
                proof = id.isEmpty() ? null : account; // error: [proof.reassigned]
                use(kept = account); // error: [proof.reassigned]
            }
        }
        try (var pair = locks.acquireBoth(found, found)) {
            kept = pair.first(); // error: [proof.reassigned]
        }
    }

    private void use(LockedAccount account) {}
}
