import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

class FiresCalls {
    private AccountRepository accounts;
    private Ledger ledger;

    @AcquiresLock
    void refund(String id) {
        try (var account = accounts.lock(id)) {
            account.deposit(1);
        }
    }

    private void helper(String id) {
        indirect(id);
    }

    private void indirect(String id) {
        refund(id);
    }

    @AcquiresLock
    void underLock(String id) {
        try (var account = accounts.lock(id)) {
            refund(id); // error: [nested.acquire.call]
            helper(id); // error: [nested.acquire.call]
            new Ledger(accounts); // error: [nested.acquire.call]
            ledger.settle(); // error: [nested.acquire.call]
            accounts.withLock(id, a -> 1); // error: [nested.acquire.call]
            List.of(id).forEach(this::refund); // error: [nested.acquire.call]
            List.of(id).forEach(each -> refund(each)); // error: [nested.acquire.call]
            new Ledger(accounts) {}; // error: [nested.acquire.call]
            String text = switch (id) {
                case "a" -> {
                    refund(id); // error: [nested.acquire.call]
                    yield "b";
                }
                default -> "c";
            };
            for (String each : List.of(id)) {
                synchronized (this) {
                    if (each.isEmpty()) {
                        refund(each); // error: [nested.acquire.call]
                    }
                }
            }
            try {
                refund(id); // error: [nested.acquire.call]
            } finally {
                refund(id); // error: [nested.acquire.call]
            }
        }
    }

    void withProof(LockedAccount account, String id) {
        refund(id); // error: [nested.acquire.call]
    }

    private void privateWithProof(@Locked Account account, String id) {
        refund(id); // error: [nested.acquire.call]
    }

    void callsPrivateWithProof(LockedAccount account) {
        privateWithProof(account, "b");
    }

    @AcquiresLock
    void underWithLock(String id, List<String> ids) {
        accounts.withLock(id, account -> {
            refund(id); // error: [nested.acquire.call]
            return 0;
        });
        locked(id, () -> refund(id)); // error: [nested.acquire.call]
    }

    @AcquiresLock
    void locked(String id, @RunsInline Runnable work) {
        try (var account = accounts.lock(id)) {
            work.run();
        }
    }

    void pipeline(LockedAccount account, List<String> ids) {
        ids.stream().map(id -> accounts.withLock(id, a -> id)).toList(); // error: [nested.acquire.call]
    }

    static class Ledger {
        @AcquiresLock
        Ledger(AccountRepository accounts) {
            accounts.withLock("x", a -> 1);
        }

        @AcquiresLock
        void settle() {}
    }
}
