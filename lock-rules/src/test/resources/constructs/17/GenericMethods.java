import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Generic methods and classes, bounds and wildcards. */
class GenericMethods {
    private AccountRepository accounts;
    private LockService locks;
    private Runnable later;
    private Object kept;

    <T, L extends LockProof<T>> void fires(Persistent<T, L> found) {
        try (L locked = locks.acquire(found)) { // error: [effect.undeclared]
            locked.lock();
        }
    }

    <T, L extends LockProof<T>> L hands(Persistent<T, L> found, L given, Object any) {
        later = () -> given.lock(); // error: [proof.captured]
        given.close(); // error: [proof.explicit.close]
        L made = (L) any; // error: [proof.downcast]
        locks.acquire(found); // error: [nested.acquire]
        return given;
    }

    @AcquiresLock
    <T, L extends LockProof<T>> Object opens(Persistent<T, L> found) {
        L outer = null;
        try (L locked = locks.acquire(found)) {
            outer = locked; // error: [proof.reassigned]
            consume(locked, x -> {}); // error: [proof.escapes.argument]
        }
        return locks.acquire(found); // error: [acquire.not.resource]
    }

    <T> void consume(T value, Consumer<? super T> consumer) {}

    static <T> T free() {
        return null;
    }

    void freely() {
        LockedAccount account = free(); // error: [proof.downcast]
        List<? extends LockProof<?>> proofs = null; // error: [proof.type.argument]
        Map<String, List<? super LockedAccount>> deep = null; // error: [proof.type.argument]
    }

    <F extends Runnable> void inline(@RunsInline F work) {
        kept = work; // error: [inline.param.escapes]
    }

    <@Locked T extends Account> void located(T account) {} // error: [locked.location]

    static class Service<L extends LockProof<Account>> {
        private L last; // error: [proof.field]

        void set(L locked, AccountRepository accounts) {
            accounts.withLock("x", a -> 1); // error: [nested.acquire.call]
        }
    }

    // silent: nested effect resource place escape capture close forge
    @AcquiresLock
    <T, L extends LockProof<T>> L quiet(Persistent<T, L> found) {
        try (L locked = locks.acquire(found)) {
            L same = identity((L) locked);
            List.of(1).forEach(i -> same.lock());
            List.of(locked).iterator().next().lock();
        }
        List<? extends Persistent<?, ? extends LockProof<?>>> views = List.of(found);
        return locks.acquire(found);
    }

    private static <T> T identity(T value) {
        return value;
    }

    // silent: inline locked
    <F extends Runnable, A extends Account> void quietParts(@RunsInline F work, @Locked A account) {
        work.run();
        account.deposit(1);
    }
}
