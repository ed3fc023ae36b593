import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class SilentInferred {
    private AccountRepository accounts;

    @AcquiresLock
    void takes(String id) {
        helper(id);
    }

    private void helper(String id) {
        if (id.isEmpty()) {
            other(id);
        }
    }

    private void other(String id) {
        helper(id);
        new Inner(id).work();
        try (var account = open(id)) {
            account.deposit(1);
        }
    }

    private LockedAccount open(String id) {
        return accounts.lock(id);
    }

    @AcquiresLock
    LockedAccount openForAll(String id) {
        return open(id);
    }

    private class Inner extends Acquirer {
        private Inner(String id) {
            accounts.withLock(id, account -> 1);
        }

        private void work() {
            accounts.withLock("x", account -> 1);
        }
    }

    private static class Implicit extends Acquirer {}

    @AcquiresLock
    void constructs() {
        new Implicit();
        new Acquirer() {};
    }

    static class Acquirer {
        @AcquiresLock
        Acquirer() {}
    }

    public static void main(String[] args) {
        new SilentInferred().takes("x");
    }

    @org.junit.jupiter.api.Test
    void test() {
        takes("x");
    }

    @AcquiresLock
    static class Covered {
        private AccountRepository accounts;

        void takes(String id) {
            accounts.withLock(id, account -> 1);
        }

        void helper(LockedAccount account) {
            account.deposit(1);
        }

        @Override
        public String toString() {
            return "covered";
        }
    }

    void needsNone(Covered covered, LockedAccount account) {
        covered.helper(account);
        String.valueOf(covered.toString());
        new Covered();
    }
}
