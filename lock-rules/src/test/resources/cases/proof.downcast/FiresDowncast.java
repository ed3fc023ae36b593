import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresDowncast {
    static <T> T get(String name) {
        return null;
    }

    static <T> T find(Class<T> type) {
        return null;
    }

    void casts(Object any, Account account, PersistentAccount found) {
        LockedAccount a = (LockedAccount) any; // error: [proof.downcast]
        LockProof<?> b = (LockProof<?>) account; // error: [proof.downcast]
        if (found instanceof LockedAccount locked) { // error: [proof.downcast]
            locked.deposit(1);
        }
        LockedAccount c = LockedAccount.class.cast(any); // error: [proof.downcast]
        LockedAccount d = get("account"); // error: [proof.downcast]
        LockedAccount e = find(LockedAccount.class); // error: [proof.downcast]
        var f = (Account & LockProof<Account>) account; // error: [proof.downcast]
        ((LockedAccount) any).deposit(1); // error: [proof.downcast]
        Optional.of(any).map(LockedAccount.class::cast); // error: [proof.downcast]
    }

    <L extends LockProof<?>> L unchecked(Object any) {
        return (L) any; // error: [proof.downcast]
    }
}
