import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Switch statements and expressions, and {@code yield}. */
class Switches {
    private AccountRepository accounts;
    private Object kept;
    private Object[] array;

    @AcquiresLock
    long fires(String id, Account stored, int kind) {
        LockedAccount outer = null;
        Object opened =
                switch (kind) {
                    case 1 -> accounts.lock("a"); // error: [acquire.not.resource]
                    case 2 -> {
                        yield accounts.lock("b"); // error: [acquire.not.resource]
                    }
                    default -> (LockedAccount) stored; // error: [proof.downcast]
                };
        try (var account = accounts.lock(id)) {
            switch (kind) {
                case 1:
                    accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
                    break;
                case 2:
                    outer = account; // error: [proof.reassigned]
                    break;
                default:
                    account.close(); // error: [proof.explicit.close]
            }
            Runnable later =
                    switch (kind) {
                        case 1 -> () -> account.deposit(1); // error: [proof.captured]
                        default -> {
                            yield account::close; // error: [proof.explicit.close]
                        }
                    };
            LockedAccount same =
                    switch (kind) {
                        case 1 -> account;
                        default -> {
                            LockedAccount[] all = null; // error: [proof.array]
                            yield account;
                        }
                    };
            long chosen = switch (accounts.withLock("x", a -> 1)) { // error: [nested.acquire.call]
                case 1 -> 1;
                default -> 2;
            };
            return switch (kind) {
                case 1 -> same.getBalance();
                default -> {
                    try (var inner = accounts.tryLock("x")) { // error: [nested.acquire]
                        yield 1;
                    }
                }
            };
        }
    }

    void undeclared(int kind) {
        long balance =
                switch (kind) {
                    case 1 -> accounts.withLock("x", Account::getBalance); // error: [effect.undeclared]
                    default -> 0;
                };
    }

    @AcquiresLock
    LockedAccount returns(String id, int kind) {
        try (var account = accounts.lock(id)) {
            return switch (kind) {
                case 1 -> account; // error: [proof.escapes.return]
                default -> null;
            };
        }
    }

    @AcquiresLock
    Object widens(int kind, LockedAccount account) { // error: [effect.contradiction]
        AutoCloseable closeable =
                switch (kind) {
                    case 1 -> account; // error: [proof.explicit.close]
                    default -> null;
                };
        return closeable;
    }

    void inline(int kind, @RunsInline Runnable work) {
        Runnable other =
                switch (kind) {
                    case 1 -> work; // error: [inline.param.escapes]
                    default -> null;
                };
    }

    void locked(int kind, Account stored) {
        switch (kind) {
            default -> {
                Object made = (@Locked Account) stored; // error: [locked.cast]
            }
        }
    }

    // silent: nested effect resource place escape capture close forge
    @AcquiresLock
    LockedAccount quiet(String id, int kind) {
        String chosen =
                switch (kind) {
                    case 1 -> {
                        try (var account = accounts.lock(id)) {
                            LockedAccount same =
                                    switch (account.getOwner()) {
                                        case "" -> account;
                                        default -> (LockedAccount) account;
                                    };
                            List.of(1).forEach(i -> same.deposit(i));
                            kept = same;
                            yield same.getOwner();
                        }
                    }
                    case 2 -> accounts.withLock(id, Account::getOwner);
                    default -> "";
                };
        return accounts.lock(chosen);
    }

    @AcquiresLock
    LockedAccount oneOfTwo(int kind) {
        return switch (kind) {
            case 1 -> accounts.lock("a"); // error: [acquire.not.resource]
            default -> {
                yield accounts.lock("b"); // error: [acquire.not.resource]
            }
        };
    }

    // silent: inline locked
    void quietParts(int kind, @RunsInline Runnable work, @Locked Account account) {
        switch (kind) {
            case 1 -> work.run();
            default -> {
                @Locked Account same = account;
            }
        }
    }
}
