import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentArrays {
    private Account[] accounts;
    private PersistentAccount[] found;

    void forgetting(LockedAccount account) {
        Object[] any = {account};
        any[0] = account;
        Account[] plain = new Account[] {account};
        String.format("%s %s", account, account);
    }
}
