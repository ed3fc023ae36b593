import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentSubclass {
    interface View extends Persistent<Account, LockedAccount> {}

    static class Premium extends Account {
        Premium() {
            super("x", "Ann", 1);
        }
    }

    static <L extends LockProof<Account>> void common(L proof) {}
}
