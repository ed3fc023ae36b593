import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentForged {
    Account fresh() {
        return new Account("x", "Ann", 1);
    }

    record Payment(Account account, LockGrant grant) {}

    void borrowed(LockedPair<LockedAccount, LockedAccount> pair, LockedGroup<LockedAccount> group, PersistentAccount a) {
        LockedAccount first = pair.first();
        LockedAccount member = group.get(a);
        LockedAccount next = group.iterator().next();
    }
}
