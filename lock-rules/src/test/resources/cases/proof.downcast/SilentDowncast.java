import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentDowncast {
    void casts(LockProof<Account> proof, Object any, Account account) {
        LockedAccount narrower = (LockedAccount) proof;
        if (proof instanceof LockedAccount locked) {
            locked.deposit(1);
        }
        boolean test = any instanceof LockedAccount;
        Account plain = (Account) any;
        Persistent<?, ?> found = (Persistent<?, ?>) any;
        LockedAccount none = (LockedAccount) null;
        Class<?> type = LockedAccount.class;
    }
}
