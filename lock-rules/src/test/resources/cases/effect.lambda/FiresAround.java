import bank.*;
import dev.lockproof.*;
import dev.lockproof.annotations.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** What runs a function under a lock has to say so, also where it runs inline. */
class FiresAround {
    private AccountRepository accounts;

    interface Around {
        void around(@RunsInline Runnable body);
    }

    interface LockedAround {
        @AcquiresLock
        void around(@RunsInline Runnable body);
    }

    static void run(@RunsInline Around around, @RunsInline Runnable body) {
        around.around(body);
    }

    @AcquiresLock
    static void runLocked(@RunsInline LockedAround around, @RunsInline Runnable body) {
        around.around(body);
    }

    private static void chain(Around around, Runnable body) {
        around.around(body);
    }

    @AcquiresLock
    void refill(String id) {
        accounts.withLock(id, account -> 1);
    }

    @AcquiresLock
    void nests() {
        run(
                body -> {
                    try (var account = accounts.lock("a")) { // error: [effect.lambda]
                        body.run();
                    }
                },
                () -> refill("b"));
        chain(
                body -> {
                    try (var account = accounts.lock("a")) { // error: [effect.lambda]
                        body.run();
                    }
                },
                () -> refill("b"));
        runLocked(
                body -> {
                    try (var account = accounts.lock("a")) {
                        body.run();
                    }
                },
                () -> refill("b")); // error: [nested.acquire.call]
        run(this::locked, () -> refill("b")); // error: [effect.methodref]
    }

    @AcquiresLock
    void locked(@RunsInline Runnable body) {
        try (var account = accounts.lock("a")) {
            body.run();
        }
    }

    @AcquiresLock
    void stages() {
        Stream.of("a")
                .<String>mapMulti((id, sink) -> {
                    try (var account = accounts.lock(id)) { // error: [effect.lambda]
                        sink.accept(id);
                    }
                })
                .forEach(id -> refill(id));
    }

    void harmless(LockedPair<LockedAccount, LockedAccount> pair, List<String> ids) {
        run(body -> body.run(), () -> pair.first().deposit(1));
        ids.stream()
                .<String>mapMulti((id, sink) -> sink.accept(id + pair.first().getId()))
                .toList();
    }

    @AcquiresLock
    void oneAfterTheOther(List<String> ids) {
        run(body -> body.run(), () -> refill("b"));
        ids.stream().<String>mapMulti((id, sink) -> sink.accept(id)).forEach(id -> refill(id));
    }
}
