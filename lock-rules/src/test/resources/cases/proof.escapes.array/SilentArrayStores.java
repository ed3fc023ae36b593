import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentArrayStores {
    void forgetting(LockedAccount account, Object[] any, Account[] plain) {
        any[0] = account;
        plain[0] = account;
    }

    void reported(LockedAccount account, LockedAccount[] accounts) { // error: [proof.array]
        accounts[0] = account;
    }
}
