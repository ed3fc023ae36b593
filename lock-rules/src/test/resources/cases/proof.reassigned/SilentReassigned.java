import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentReassigned {
    private AccountRepository accounts;

    @AcquiresLock
    void inside(LockService locks, PersistentAccount found) {
        Account kept;
        try (var group = locks.acquireAll(List.of(found))) {
            LockedAccount richest = null;
            for (LockedAccount each : group) {
                if (richest == null || each.getBalance() > richest.getBalance()) {
                    richest = each;
                }
            }
            kept = richest;
            richest = null;
        }
    }

    LockedAccount parameters(LockedAccount a, LockedAccount b) {
        LockedAccount other = a;
        other = b;
        a = b;
        return other;
    }
}
