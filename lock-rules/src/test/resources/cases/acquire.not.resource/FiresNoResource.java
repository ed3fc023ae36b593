import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresNoResource {
    private AccountRepository accounts;
    private LockService locks;

    @AcquiresLock
    void places(String id, boolean flag, PersistentAccount found, Executor executor) {
        accounts.lock(id); // error: [acquire.not.resource]
        LockedAccount local = accounts.lock(id); // error: [acquire.not.resource]
        var pair = locks.acquireBoth(found, found); // error: [acquire.not.resource]
        use(accounts.lock(id)); // error: [acquire.not.resource]
        accounts.lock(id).deposit(1); // error: [acquire.not.resource]
        try (var arm = flag ? accounts.lock(id) : null) { // error: [acquire.not.resource]
            arm.deposit(1);
        }
        try (var chosen = switch (id) {
            case "a" -> accounts.lock(id); // error: [acquire.not.resource]
            default -> null;
        }) {
            chosen.deposit(1);
        }
        for (LockedAccount each : locks.acquireAll(List.of(found))) { // error: [acquire.not.resource]
            each.deposit(1);
        }
        local = accounts.lock(id); // error: [acquire.not.resource]
        Object forgotten = accounts.lock(id); // error: [acquire.not.resource]
        if (accounts.tryLock(id) == null) { // error: [acquire.not.resource]
            return;
        }
        List.of(id).forEach(each -> accounts.lock(each)); // error: [acquire.not.resource]
        List.of(id).forEach(accounts::lock); // error: [acquire.not.resource]
        Job job = () -> accounts.lock(id); // error: [acquire.not.resource]
        Locks.AcquiringTask task = this::open; // error: [acquire.not.resource]
        Callable<LockedAccount> call = Locks.detached(() -> accounts.lock(id)); // error: [acquire.not.resource] [proof.type.argument]
    }

    interface Job {
        @AcquiresLock
        Object run();
    }

    @AcquiresLock
    LockedAccount open() {
        return accounts.lock("x");
    }

    @AcquiresLock
    Object asObject(String id) {
        return accounts.lock(id); // error: [acquire.not.resource]
    }

    @AcquiresLock
    LockedAccount oneArm(String id, boolean flag) {
        return flag ? accounts.lock(id) : null; // error: [acquire.not.resource]
    }

    private void use(LockedAccount account) {}
}
