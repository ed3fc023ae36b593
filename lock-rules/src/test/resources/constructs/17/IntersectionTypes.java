import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Intersection types: of type parameters, of casts, and inferred ones. */
class IntersectionTypes {
    private AccountRepository accounts;
    private Object kept;

    <A extends Account & LockProof<Account>> void fires(A account, Object any) {
        accounts.withLock("x", a -> 1); // error: [nested.acquire.call]
        account.close(); // error: [proof.explicit.close]
        kept = (Runnable & java.io.Serializable) () -> account.deposit(1); // error: [proof.captured]
        A made = (A) any; // error: [proof.downcast]
        Object cast = (Account & LockProof<Account>) any; // error: [proof.downcast]
        class Holder {
            A held; // error: [proof.field]
        }
    }

    @AcquiresLock
    void lambdas(String id, Account stored) {
        kept = (Runnable & java.io.Serializable) () -> accounts.withLock(id, a -> 1); // error: [effect.lambda]
        kept = (Object & Job) each -> accounts.lock(each); // error: [acquire.not.resource]
        kept = (@Locked Account & java.io.Serializable) stored; // error: [locked.cast]
    }

    @AcquiresLock
    <P extends Account & LockProof<Account>> P returns(Persistent<Account, P> found, LockService locks) {
        try (P locked = locks.acquire(found)) {
            return locked; // error: [proof.escapes.return]
        }
    }

    <F extends Runnable & java.io.Serializable> void inline(@RunsInline F work) {
        kept = work; // error: [inline.param.escapes]
    }

    interface Job {
        @AcquiresLock
        void run(String id);
    }

    // silent: nested effect resource place escape capture close forge
    @AcquiresLock
    <P extends Account & LockProof<Account>> P quiet(Persistent<Account, P> found, LockService locks, String id) {
        try (P locked = locks.acquire(found)) {
            P same = locked;
            Object again = (Account & LockProof<Account>) same;
            List.of(1).forEach((Consumer<Integer> & java.io.Serializable) i -> same.deposit(i));
            settle(same);
        }
        kept = (Job & java.io.Serializable) each -> accounts.withLock(each, a -> 1);
        return locks.acquire(found);
    }

    // silent: inline locked
    <F extends Runnable & java.io.Serializable, A extends Account & java.io.Serializable> void quietParts(
            @RunsInline F work, @Locked A account) {
        work.run();
    }

    private void settle(@Locked Account account) {}
}
