import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresFields {
    private LockedAccount account; // error: [proof.field]
    static LockProof<Account> any; // error: [proof.field]
    LockedPair<LockedAccount, LockedAccount> pair; // error: [proof.field]
    LockedGroup<LockedAccount> group; // error: [proof.field]

    static class Generic<L extends LockProof<?>> {
        L proof; // error: [proof.field]
    }

    static class Both<X extends Account & LockProof<Account>> {
        X both; // error: [proof.field]
    }

    record Holder(String name, LockedAccount account) {} // error: [proof.field]

    record Compact(LockedOrder order) { // error: [proof.field]
        Compact {
            Objects.requireNonNull(order);
        }
    }

    interface Constants {
        LockedAccount NONE = null; // error: [proof.field]
    }

    Object anonymous = new Object() {
        LockedAccount kept; // error: [proof.field]
    };
}
