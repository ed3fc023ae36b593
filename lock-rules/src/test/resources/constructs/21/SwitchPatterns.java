import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Patterns with guards in {@code switch}. */
class SwitchPatterns {
    private AccountRepository accounts;
    private Runnable later;

    sealed interface Command permits Open, Close {}

    record Open(String id) implements Command {}

    record Close(Object value) implements Command {}

    void fires(Object any, LockedAccount account) {
        switch (any) {
            case LockedAccount made -> made.close(); // error: [proof.downcast] [proof.explicit.close]
            case Account stored when stored instanceof LockedAccount made -> {} // error: [proof.downcast]
            case @Locked Account made when made.getBalance() > 1 -> {} // error: [locked.cast]
            case Open(String id) when accounts.withLock(id, a -> true) -> {} // error: [nested.acquire.call]
            case Close(LockedPair<?, ?> made) -> {} // error: [proof.downcast]
            case String id -> later = () -> account.deposit(1); // error: [proof.captured]
            default -> {}
        }
    }

    void undeclared(Command command) {
        switch (command) {
            case Open(var id) when accounts.withLock(id, a -> true) -> {} // error: [effect.undeclared]
            case Open o -> {}
            case Close c -> {}
        }
    }

    @AcquiresLock
    LockedAccount firesAlone(Command command) {
        LockedAccount outer = null;
        return switch (command) {
            case Open(var id) -> {
                try (var account = accounts.lock(id)) {
                    outer = account; // error: [proof.reassigned]
                    yield account; // error: [proof.escapes.return]
                }
            }
            case Close(var value) -> accounts.lock("x"); // error: [acquire.not.resource]
        };
    }

    void same(LockedAccount account) {
        switch (account) {
            case LockedAccount same -> later = () -> same.deposit(1); // error: [proof.captured]
        }
    }

    void inline(@RunsInline Runnable work) {
        switch (work) { // error: [inline.param.escapes]
            case Runnable same -> later = same;
        }
    }

    void place(Object any) {
        switch (any) {
            case List<?> list when list.isEmpty() -> {
                List<LockedAccount> proofs = new ArrayList<>(); // error: [proof.type.argument]
            }
            default -> {}
        }
    }

    // silent: nested effect resource place escape capture close forge inline locked
    @AcquiresLock
    long quiet(Command command, @RunsInline Runnable work) {
        return switch (command) {
            case Open(var id) when id.isEmpty() -> accounts.withLock(id, Account::getBalance);
            case Open(var id) -> {
                work.run();
                try (var account = accounts.lock(id)) {
                    switch (account) {
                        case LockedAccount same -> List.of(1).forEach(i -> same.deposit(i));
                    }
                    settle(account);
                    yield account.getBalance();
                }
            }
            case Close(Account seen) -> seen.getBalance();
            case Close c -> 0;
        };
    }

    private void settle(@Locked Account account) {
        switch (account) {
            case @Locked Account same -> same.deposit(1);
        }
    }
}
