import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresInitializers {
    private static AccountRepository accounts;
    private final long balance = accounts.withLock("x", account -> 1L); // error: [effect.initializer]
    private static final LockedAccount LOCKED = accounts.lock("x"); // error: [effect.initializer] [proof.field]

    static {
        accounts.withLock("x", account -> 1); // error: [effect.initializer]
    }

    {
        List.of("x").forEach(id -> accounts.withLock(id, account -> 1)); // error: [effect.initializer]
    }

    enum Kind {
        ONE; // error: [effect.initializer]

        Kind() {
            accounts.withLock("x", account -> 1);
        }
    }

    interface Constants {
        long BALANCE = accounts.withLock("x", account -> 1L); // error: [effect.initializer]
    }

    Object anonymous = new Object() {
        long balance = accounts.withLock("x", account -> 1L); // error: [effect.initializer]
    };
}
