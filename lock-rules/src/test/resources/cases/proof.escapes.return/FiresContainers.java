import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** What is in a list, an iterator or an option is handed out with it. */
class FiresContainers {
    private AccountRepository accounts;
    private LockService locks;

    static <R> R now(@RunsInline Supplier<R> supplier) {
        return supplier.get();
    }

    @AcquiresLock
    void lambdas() {
        now(() -> {
                    try (var account = accounts.lock("a")) {
                        return List.of(account); // error: [proof.escapes.return]
                    }
                })
                .get(0)
                .deposit(1);
        Objects.requireNonNullElseGet(null, () -> {
                    try (var account = accounts.lock("a")) {
                        return Optional.of(account); // error: [proof.escapes.return]
                    }
                })
                .get()
                .deposit(1);
        for (LockedAccount each : now(() -> {
            try (var group = locks.acquireAll(List.of(accounts.require("a")))) {
                return group.proofs(); // error: [proof.escapes.return]
            }
        })) {
            each.deposit(1);
        }
    }

    @AcquiresLock
    void switches(int kind) {
        (switch (kind) {
                    default -> {
                        try (var group = locks.acquireAll(List.of(accounts.require("a")))) {
                            yield group.proofs(); // error: [proof.escapes.return]
                        }
                    }
                })
                .get(0)
                .deposit(1);
    }

    void underTheLock(LockedAccount account, LockedGroup<LockedAccount> group, int kind) {
        now(() -> List.of(account)).get(0).deposit(1);
        now(() -> {
                    return group.proofs();
                })
                .get(0)
                .deposit(1);
        (switch (kind) {
                    default -> {
                        yield group.proofs();
                    }
                })
                .get(0)
                .deposit(1);
    }

    @AcquiresLock
    Object forgotten() {
        return now(() -> {
            try (var account = accounts.lock("a")) {
                return List.<Account>of(account);
            }
        });
    }
}
