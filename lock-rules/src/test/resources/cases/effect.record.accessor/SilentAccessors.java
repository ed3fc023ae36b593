import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentAccessors {
    private static AccountRepository accounts;

    record Payment(String id) {
        @AcquiresLock
        long balance() {
            return accounts.withLock(id, account -> account.getBalance());
        }

        @AcquiresLock
        String id(int times) {
            return accounts.withLock(id, account -> id);
        }
    }

    @AcquiresLock
    record Covered(String id) {
        long balance() {
            return accounts.withLock(id, account -> account.getBalance());
        }
    }

    void readsUnderLock(LockedAccount account, Covered covered) {
        covered.id();
    }
}
