import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;

/** Locks that are handed on, and are lost or unknown on their way. */
class FiresReturned {
    private AccountRepository accounts;

    static class End implements AutoCloseable {
        @Override
        public void close() {}
    }

    @AcquiresLock
    LockedAccount beforeFinally(String id) {
        try {
            return accounts.lock(id); // error: [acquire.not.resource]
        } finally {
            other(id);
        }
    }

    @AcquiresLock
    LockedAccount inFinally(String id) {
        try {
            return null;
        } catch (IllegalStateException e) {
            return accounts.lock(id); // error: [acquire.not.resource]
        } finally {
            if (id.isEmpty()) {
                throw new IllegalArgumentException();
            }
        }
    }

    @AcquiresLock
    LockedAccount beforeTheEnd(String id) {
        try (End end = new End()) {
            return accounts.lock(id); // error: [acquire.not.resource]
        }
    }

    @AcquiresLock
    LockedAccount withoutAnyEnd(String id) {
        try {
            return accounts.lock(id);
        } catch (LockTimeoutException e) {
            return accounts.lock("other");
        }
    }

    @AcquiresLock
    LockedAccount afterTheEnd(String id) {
        try (End end = new End()) {
            id.trim();
        } catch (IllegalStateException e) {
            return accounts.lock("other");
        }
        return accounts.lock(id);
    }

    @AcquiresLock
    void other(String id) {}

    interface Hides {
        @AcquiresLock
        Object open();
    }

    interface Tells {
        @AcquiresLock
        LockProof<Account> open();
    }

    class Covariant implements Hides {
        @Override
        @AcquiresLock
        public LockedAccount open() { // error: [acquire.not.resource]
            return accounts.lock("1");
        }
    }

    class Fine implements Tells {
        @Override
        @AcquiresLock
        public LockedAccount open() {
            return accounts.lock("1");
        }
    }

    class Inherits extends Fine implements Hides {} // error: [acquire.not.resource]
}
