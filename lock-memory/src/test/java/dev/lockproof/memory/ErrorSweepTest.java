package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockListener;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.LockedPair;
import dev.lockproof.Ticker;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An error, such as that the stack overflows, comes out of each call of a provider, a store, a ticker or a listener in
 * turn, before and after the call has done its work. Whichever it is, the thread is not believed to hold a lock
 * afterwards, and the key is free, or becomes so with the end of the lease if it was the release that failed.
 */
class ErrorSweepTest {

    private final ManualTicker time = new ManualTicker();
    private final InMemoryLockProvider provider = InMemoryLockProvider.create(time);
    private final InMemoryStore store = InMemoryStore.create();
    private final LockService others =
            LockService.builder(provider).ticker(time).build();
    private final AccountRepository othersAccounts = new AccountRepository(store, others);

    private int callsToGo;
    private String failed = "";

    ErrorSweepTest() {
        othersAccounts.save(new Account("a", "ann", 100));
        othersAccounts.save(new Account("b", "bob", 100));
        othersAccounts.save(new Account("c", "cyd", 100));
    }

    private record Bank(EntityStore store, LockService locks, AccountRepository accounts) {}

    static Stream<Named<Consumer<Bank>>> programs() {
        return Stream.of(
                Named.of(
                        "withLock",
                        bank -> bank.accounts().withLock("a", account -> {
                            account.deposit(1);
                            return bank.accounts().save(account);
                        })),
                Named.of("acquire and close", bank -> {
                    try (LockedAccount account =
                            bank.locks().acquire(bank.accounts().require("a"))) {
                        assertThat(account.lock().isHeld()).isTrue();
                    }
                }),
                Named.of("tryAcquire", bank -> {
                    try (LockedAccount account =
                            bank.locks().tryAcquire(bank.accounts().require("a"))) {
                        assertThat(account).isNotNull();
                    }
                }),
                Named.of("acquireBoth", bank -> {
                    try (LockedPair<LockedAccount, LockedAccount> both = bank.locks()
                            .acquireBoth(
                                    bank.accounts().require("a"),
                                    bank.accounts().require("b"))) {
                        assertThat(both.first().lock().isHeld()).isTrue();
                    }
                }),
                Named.of(
                        "in a transaction",
                        bank -> bank.store().inTransaction(() -> {
                            try (LockedAccount account = bank.accounts().lock("a")) {
                                bank.accounts().save(account);
                            }
                        })),
                Named.of(
                        "both in a transaction",
                        bank -> bank.store().inTransaction(() -> {
                            try (LockedPair<LockedAccount, LockedAccount> both = bank.locks()
                                    .acquireBoth(
                                            bank.accounts().require("a"),
                                            bank.accounts().require("b"))) {
                                bank.accounts().save(both.first());
                            }
                        })),
                Named.of(
                        "both in a transaction that fails",
                        bank -> bank.store().inTransaction(() -> {
                            try (LockedPair<LockedAccount, LockedAccount> both = bank.locks()
                                    .acquireBoth(
                                            bank.accounts().require("a"),
                                            bank.accounts().require("b"))) {
                                assertThat(both.first().lock().isHeld()).isTrue();
                            }
                            throw new OnPurpose();
                        })));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noErrorLeavesALockBehind(Consumer<Bank> program) {
        Bank bank = rigged();
        int call = 0;
        do {
            call++;
            callsToGo = call;
            failed = "";
            try {
                program.accept(bank);
            } catch (Boom expected) {
                assertThat(failed).isNotEmpty();
            } catch (OnPurpose expected) {
                // of the program
            }
            callsToGo = 0;
            if (failed.contains("release")) {
                time.advance(LockOptions.DEFAULTS.ttl());
            }
            assertThat(freeAccounts()).as("after an error %s", failed).isEqualTo("abc");
            bank.accounts().withLock("c", account -> account.getBalance());
            bank.accounts().withLock("a", account -> account.getBalance());
        } while (!failed.isEmpty());
        assertThat(call).isGreaterThan(10);
    }

    private String freeAccounts() {
        StringBuilder free = new StringBuilder();
        for (String id : new String[] {"a", "b", "c"}) {
            try (LockedAccount account = others.tryAcquire(othersAccounts.require(id))) {
                free.append(account == null ? "" : id);
            }
        }
        return free.toString();
    }

    private Bank rigged() {
        LockService locks = LockService.builder(rigged(LockProvider.class, provider))
                .ticker(rigged(Ticker.class, time))
                .listener(rigged(LockListener.class, new LockListener() {}))
                .build();
        EntityStore riggedStore = rigged(EntityStore.class, store);
        return new Bank(riggedStore, locks, new AccountRepository(riggedStore, locks));
    }

    private <T> T rigged(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    count("before " + type.getSimpleName() + "." + method.getName());
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        count("after " + type.getSimpleName() + "." + method.getName());
                    }
                }));
    }

    private void count(String place) {
        if (callsToGo > 0 && --callsToGo == 0) {
            failed = place;
            throw new Boom();
        }
    }

    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Boom extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }
}
