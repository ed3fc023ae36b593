import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentOneAfterTheOther {
    private AccountRepository accounts;

    @AcquiresLock
    void oneAfterTheOther(String from, String to) {
        try (LockedAccount source = accounts.lock(from)) {
            source.withdraw(1);
        }
        try (LockedAccount target = accounts.lock(to)) {
            target.deposit(1);
        }
    }

    @AcquiresLock
    void inCatchAndFinally(String from, String to) {
        try (LockedAccount source = accounts.lock(from)) {
            source.withdraw(1);
        } catch (RuntimeException e) {
            try (LockedAccount target = accounts.lock(to)) {
                target.deposit(1);
            }
        } finally {
            try (LockedAccount target = accounts.lock(to)) {
                target.deposit(1);
            }
        }
    }

    @AcquiresLock
    void afterAnotherResource(String to, AutoCloseable connection) throws Exception {
        try (connection; LockedAccount target = accounts.lock(to)) {
            target.deposit(1);
        }
    }

    @AcquiresLock
    void ifBusy(String first, String second) {
        try (var locked = accounts.tryLock(first)) {
            if (locked == null) {
                try (var other = accounts.lock(second)) {
                    other.deposit(1);
                }
            }
        }
    }
}
