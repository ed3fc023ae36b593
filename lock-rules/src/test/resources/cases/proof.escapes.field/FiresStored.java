import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresStored {
    @SuppressWarnings("lockproof:proof.field")
    private LockedAccount current;

    @SuppressWarnings("lockproof:proof.type.argument")
    private final Holder<LockedAccount> holder = new Holder<>();

    static class Holder<T> {
        T value;
    }

    @AcquiresLock
    void store(AccountRepository accounts) {
        try (var account = accounts.lock("x")) {
            this.current = account; // error: [proof.escapes.field]
            current = account; // error: [proof.escapes.field]
            holder.value = account; // error: [proof.escapes.field]
        }
    }

    void parameter(LockedAccount account, FiresStored other) {
        other.current = account; // error: [proof.escapes.field]
    }
}
