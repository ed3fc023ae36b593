import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentNoContradictions {
    private AccountRepository accounts;

    @AcquiresLock
    void takes(String id, PersistentAccount found, Account plain) {
        accounts.withLock("x", a -> 1);
    }

    void needs(LockedAccount account) {
        account.deposit(1);
    }
}
