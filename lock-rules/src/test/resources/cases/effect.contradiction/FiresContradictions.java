import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresContradictions {
    private AccountRepository accounts;

    @AcquiresLock
    void proof(LockedAccount account) { // error: [effect.contradiction]
        accounts.withLock("x", a -> 1);
    }

    @AcquiresLock
    void locked(String id, @Locked Account account) {} // error: [effect.contradiction]

    @AcquiresLock
    <L extends LockProof<?>> void variable(L proof) {} // error: [effect.contradiction]

    @AcquiresLock
    void pair(LockedPair<?, ?> pair) {} // error: [effect.contradiction]

    interface Work {
        @AcquiresLock
        void on(LockedGroup<LockedAccount> group); // error: [effect.contradiction]
    }

    @AcquiresLock
    FiresContradictions(LockedAccount account) {} // error: [effect.contradiction]
}
