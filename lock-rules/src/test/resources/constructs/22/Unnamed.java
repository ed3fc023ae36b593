import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Unnamed variables and patterns. */
class Unnamed {
    private AccountRepository accounts;
    private OrderRepository orders;
    private LockService locks;
    private Runnable later;

    record Seen(Object value, String id) {}

    @AcquiresLock
    void fires(String id, Object any, List<PersistentAccount> found) {
        try (var _ = accounts.lock(id)) {
            accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
            try (var _ = orders.lock(id)) {} // error: [nested.acquire]
        }
        var _ = accounts.lock(id); // error: [acquire.not.resource]
        for (var _ : found) {
            try (LockedAccount account = accounts.lock(id);
                    var _ = account) { // error: [proof.resource.alias]
                later = () -> {
                    var _ = account; // error: [proof.captured]
                };
            } catch (RuntimeException _) {
                accounts.lock(id); // error: [acquire.not.resource]
            }
        }
        LockedAccount _ = (LockedAccount) any; // error: [proof.downcast]
        List<LockedAccount> _ = null; // error: [proof.type.argument]
        var _ = (@Locked Account) any; // error: [locked.cast]
        BiConsumer<String, String> _ = (text, _) -> accounts.withLock(text, a -> 1); // error: [effect.lambda]
    }

    void inline(@RunsInline Runnable work) {
        Runnable _ = work; // error: [inline.param.escapes]
    }

    @AcquiresLock
    LockedAccount hands(Object any, String id) {
        try (var account = accounts.lock(id)) {
            if (any instanceof Seen(_, _)) {
                return account; // error: [proof.escapes.return]
            }
        }
        return null;
    }

    // silent: nested effect resource place escape capture close forge inline locked
    @AcquiresLock
    int quiet(Object any, String id, @RunsInline Runnable work) {
        try (var _ = accounts.lock(id)) {
            work.run();
        }
        try (var account = accounts.lock(id)) {
            var _ = account;
            List.of(1).forEach(_ -> account.deposit(1));
            List<PersistentAccount> _ = List.of(account);
            settle(account);
        }
        return switch (any) {
            case Seen(LockedAccount _, String text) -> accounts.withLock(text, _ -> 1);
            case LockedAccount _ -> 2;
            default -> any instanceof Seen(Account _, _) ? 3 : 4;
        };
    }

    private void settle(@Locked Account account) {
        @Locked Account _ = account;
    }
}
