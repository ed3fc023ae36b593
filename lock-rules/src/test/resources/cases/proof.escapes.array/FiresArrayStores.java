import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresArrayStores {
    @SuppressWarnings("lockproof:proof.array")
    private final LockProof<?>[] kept = new LockProof<?>[1];

    @SuppressWarnings("lockproof:proof.array")
    void stores(LockedAccount account, LockedAccount[] accounts) {
        accounts[0] = account; // error: [proof.escapes.array]
    }

    void field(LockedAccount account) {
        kept[0] = account; // error: [proof.escapes.array]
    }
}
