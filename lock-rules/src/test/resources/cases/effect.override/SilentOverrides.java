import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentOverrides {
    private static AccountRepository accounts;

    interface Job {
        @AcquiresLock
        void run(String id);
    }

    static class Marked implements Job {
        @Override
        @AcquiresLock
        public void run(String id) {
            accounts.withLock(id, account -> 1);
        }
    }

    static class Harmless implements Job {
        @Override
        public void run(String id) {}
    }

    void callsHarmless(LockedAccount account, Harmless harmless) {
        harmless.run("x");
    }

    static class Task implements Runnable {
        @Override
        @AcquiresLock
        @SuppressWarnings("lockproof:effect.override")
        public void run() {
            accounts.withLock("x", account -> 1);
        }
    }

    static class Base {
        @AcquiresLock
        Object make(String id) {
            return accounts.withLock(id, account -> "x");
        }
    }

    static class Covariant extends Base {
        @Override
        @AcquiresLock
        String make(String id) {
            return accounts.withLock(id, account -> "y");
        }
    }
}
