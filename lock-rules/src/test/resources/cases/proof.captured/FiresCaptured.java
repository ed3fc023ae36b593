import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresCaptured {
    private AccountRepository accounts;

    void captures(LockedAccount account, @Locked Account locked, Executor executor) {
        executor.execute(() -> account.deposit(1)); // error: [proof.captured]
        executor.execute(() -> {
            locked.deposit(1); // error: [proof.captured]
            locked.deposit(2);
        });
        Runnable reference = account::notify; // error: [proof.captured]
        new Thread() {
            @Override
            public void run() {
                account.deposit(1); // error: [proof.captured]
            }
        }.start();
        class Local {
            long balance() {
                return account.getBalance(); // error: [proof.captured]
            }
        }
        Supplier<Supplier<String>> nested = () -> () -> account.getId(); // error: [proof.captured]
        List.of("x").forEach(x -> executor.execute(() -> account.deposit(1))); // error: [proof.captured]
    }

    @AcquiresLock
    void ofResource(Executor executor, LockService locks, PersistentAccount found) {
        try (var account = accounts.lock("x")) {
            LockedAccount alias = account;
            CompletableFuture.runAsync(() -> alias.deposit(1)); // error: [proof.captured]
        }
        try (var pair = locks.acquireBoth(found, found)) {
            Supplier<String> id = pair.first()::getId; // error: [proof.captured]
        }
        try (var group = locks.acquireAll(List.of(found))) {
            var lazy = group.proofs().stream().map(account -> account.getId()); // error: [proof.captured]
            var lazier = group.proofs().stream().map(Account::getId); // error: [proof.captured]
            CompletableFuture.completedFuture(group.proofs().get(0)).thenAcceptAsync(a -> a.deposit(1)); // error: [proof.captured]
            Supplier<Integer> later = () -> group.proofs().size(); // error: [proof.captured]
        }
        accounts.withLock("x", account -> CompletableFuture.supplyAsync(() -> account.getId())); // error: [proof.captured]
    }

    void patterns(LockProof<?> proof, Executor executor) {
        if (proof instanceof LockedAccount account) {
            executor.execute(() -> account.deposit(1)); // error: [proof.captured]
        }
    }

    void keep(Runnable action) {
        keep(action);
    }

    void ways(LockedAccount account, List<String> names, dev.lockproof.LockService locks) {
        keep(() -> account.deposit(1)); // error: [proof.captured]
        names.stream().collect(java.util.stream.Collectors.toMap(each -> account.getId(), each -> each)); // error: [proof.captured]
        var lazy = names.stream().filter(each -> each.equals(account.getId())); // error: [proof.captured]
        org.assertj.core.api.Assertions.assertThat(names).allSatisfy(each -> account.deposit(1)); // error: [proof.captured]
    }
}
