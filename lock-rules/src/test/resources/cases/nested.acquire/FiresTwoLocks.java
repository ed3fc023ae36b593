import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresTwoLocks {
    private AccountRepository accounts;
    private LockService locks;

    @AcquiresLock
    void transfer(String from, String to) {
        try (LockedAccount source = accounts.lock(from)) {
            try (LockedAccount target = accounts.lock(to)) { // error: [nested.acquire]
                target.deposit(1);
            }
        }
    }

    @AcquiresLock
    void inOneTry(String from, String to) {
        try (LockedAccount source = accounts.lock(from);
                LockedAccount target = accounts.lock(to)) { // error: [nested.acquire]
            target.deposit(1);
        }
    }

    void withProof(LockedAccount source, String to) {
        try (var target = accounts.lock(to)) { // error: [nested.acquire]
            target.deposit(1);
        }
    }

    void withLocked(@Locked Account source, String to) {
        try (var target = accounts.lock(to)) { // error: [nested.acquire]
            target.deposit(1);
        }
    }

    <L extends LockProof<Account>> void withVariable(L source, String to) {
        try (var target = accounts.lock(to)) { // error: [nested.acquire]
            target.deposit(1);
        }
    }

    void withPair(LockedPair<LockedAccount, LockedAccount> pair, String to) {
        try (var target = accounts.lock(to)) { // error: [nested.acquire]
            target.deposit(1);
        }
    }

    @AcquiresLock
    void inWithLock(String from, String to) {
        accounts.withLock(from, source -> {
            try (var target = accounts.lock(to)) { // error: [nested.acquire]
                target.deposit(1);
            }
            return 0;
        });
    }
}
