import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentLambda {
    private AccountRepository accounts;

    @AcquiresLock
    void refund(String id) {
        accounts.withLock(id, account -> 1);
    }

    interface Job {
        @AcquiresLock
        void run(String id);
    }

    interface Opener {
        @AcquiresLock
        LockedAccount open(String id);
    }

    private final Job field = id -> refund(id);

    @AcquiresLock
    void lambdas(Executor executor, String id, Map<String, Integer> map) {
        Job job = each -> refund(each);
        Opener opener = each -> accounts.lock(each);
        executor.execute(Locks.detached(() -> refund(id)));
        Callable<Integer> callable = Locks.detached(() -> accounts.withLock(id, a -> 1));
        Optional.of(id).ifPresent(each -> refund(each));
        map.computeIfAbsent(id, each -> accounts.withLock(each, a -> 1));
        new ArrayList<>(List.of(id)).removeIf(each -> accounts.withLock(each, a -> true));
        List.of(id).stream().filter(each -> accounts.withLock(each, a -> true)).count();
        Runnable harmless = () -> System.out.println(id);
    }
}
