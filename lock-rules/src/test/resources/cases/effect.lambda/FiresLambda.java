import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresLambda {
    private AccountRepository accounts;
    private LockService locks;

    @AcquiresLock
    void refund(String id) {
        accounts.withLock(id, account -> 1);
    }

    private void helper() {
        refund("x");
    }

    @AcquiresLock
    void lambdas(Executor executor, String id, PersistentAccount found) {
        Runnable stored = () -> refund(id); // error: [effect.lambda]
        executor.execute(() -> {
            helper(); // error: [effect.lambda]
            refund(id);
        });
        Supplier<LockedAccount> supplier = () -> locks.acquire(found); // error: [effect.lambda] [proof.type.argument]
        Function<String, Runnable> nested = each -> () -> refund(each); // error: [effect.lambda]
        new Thread(() -> refund(id)).start(); // error: [effect.lambda]
        List.of(id).stream().map(each -> accounts.withLock(each, a -> 1)).iterator(); // error: [effect.lambda]
        List.of(id).parallelStream().forEach(each -> refund(each)); // error: [effect.lambda]
        CompletableFuture.runAsync(() -> refund(id)); // error: [effect.lambda]
    }

    private Runnable field = () -> refund("x"); // error: [effect.lambda]

    interface Both extends Locks.AcquiringTask, Runnable {}

    interface OtherOrder extends Runnable, Locks.AcquiringTask {}

    void several() {
        Both both = () -> refund("x"); // error: [effect.lambda]
        OtherOrder other = () -> refund("x"); // error: [effect.lambda]
        Runnable cast = (Locks.AcquiringTask & Runnable) () -> refund("x"); // error: [effect.lambda]
    }
}
