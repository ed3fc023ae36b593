package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockLostException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.LockedPair;
import dev.lockproof.spi.Lease;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** A lease that ends while its holder believes in it, over the store in memory. */
class StolenLeaseTest {

    private final ManualTicker ticker = new ManualTicker();
    private final InMemoryLockProvider provider = InMemoryLockProvider.create(ticker);
    private final InMemoryStore store = InMemoryStore.create();
    private final LockService locks =
            LockService.builder(provider).ticker(ticker).build();
    private final LockService otherLocks =
            LockService.builder(provider).ticker(ticker).build();
    private final AccountRepository accounts = new AccountRepository(store, locks);
    private final AccountRepository othersAccounts = new AccountRepository(store, otherLocks);

    StolenLeaseTest() {
        accounts.save(new Account("a", "ann", 100));
        accounts.save(new Account("b", "bob", 100));
    }

    private long balance(String id) {
        return accounts.require(id).getBalance();
    }

    private void depositElsewhere(String id, long amount) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try (LockedAccount account = othersAccounts.lock(id)) {
                account.deposit(amount);
                othersAccounts.save(account);
            }
        });
        thread.start();
        thread.join();
    }

    @Test
    void whoOnlyTriesInTheSameProcessGetsALeaseThatRanOutUnnoticed() throws ExecutionException, InterruptedException {
        try (LockedAccount account = accounts.lock("a")) {
            ticker.advance(LockOptions.DEFAULTS.ttl());
            FutureTask<Boolean> trying = new FutureTask<>(() -> {
                try (LockedAccount tried = accounts.tryLock("a")) {
                    return tried != null;
                }
            });
            new Thread(trying).start();
            assertThat(trying.get()).isTrue();
            assertThatThrownBy(() -> accounts.save(account)).isInstanceOf(LockLostException.class);
        }
    }

    @Test
    void theNextHoldersUpdateIsNotLost() throws InterruptedException {
        try (LockedAccount account = accounts.lock("a")) {
            account.deposit(1);
            provider.expire(account.lockKey());
            depositElsewhere("a", 10);
            assertThat(account.lock().isHeld()).as("as far as it knows").isTrue();
            assertThatThrownBy(() -> accounts.save(account)).isInstanceOf(LockLostException.class);
            assertThat(account.lock().isHeld()).as("it knows now").isFalse();
        }
        assertThat(balance("a")).isEqualTo(110);
    }

    @Test
    void aLeaseThatRanOutWritesNothing() {
        try (LockedAccount account = accounts.lock("a")) {
            account.deposit(1);
            ticker.advance(LockOptions.DEFAULTS.ttl());
            assertThatThrownBy(() -> accounts.save(account)).isInstanceOf(LockLostException.class);
            assertThatThrownBy(() -> accounts.delete(account)).isInstanceOf(LockLostException.class);
        }
        assertThat(balance("a")).isEqualTo(100);
    }

    @Test
    void aLeaseThatRunsOutBeforeTheCommitDoomsTheTransaction() {
        try (LockedPair<LockedAccount, LockedAccount> pair =
                locks.acquireBoth(accounts.require("a"), accounts.require("b"))) {
            assertThatThrownBy(() -> store.inTransaction(() -> {
                        pair.first().deposit(-50);
                        pair.second().deposit(50);
                        accounts.save(pair.first());
                        accounts.save(pair.second());
                        ticker.advance(LockOptions.DEFAULTS.ttl());
                    }))
                    .isInstanceOf(LockLostException.class);
        }
        assertThat(balance("a")).isEqualTo(100);
        assertThat(balance("b")).isEqualTo(100);
    }

    @Test
    void aLeaseThatRunsOutAfterItWasClosedInTheTransactionDoomsItAsWell() {
        assertThatThrownBy(() -> store.inTransaction(() -> {
                    try (LockedAccount account = accounts.lock("a")) {
                        accounts.save(new Account("c", null, account.getBalance()));
                    }
                    ticker.advance(LockOptions.DEFAULTS.ttl());
                }))
                .isInstanceOf(LockLostException.class);
        assertThat(accounts.findById("c")).isEmpty();
        accounts.lock("a").close();
    }

    @Test
    void aLockThatIsClosedInATransactionIsHeldUntilItsCommit() {
        store.inTransaction(() -> {
            try (LockedAccount account = accounts.lock("a")) {
                account.deposit(1);
                accounts.save(account);
            }
            assertThat(provider.isLocked(accounts.require("a").lockKey())).isTrue();
        });
        assertThat(provider.isLocked(accounts.require("a").lockKey())).isFalse();
        assertThat(balance("a")).isEqualTo(101);
    }

    @Test
    void aRestartedProviderGivesTokensThatTheStoreAccepts() {
        for (int i = 0; i < 5; i++) {
            accounts.lock("a").close();
        }
        AccountRepository afterRestart = new AccountRepository(store, LockService.of(InMemoryLockProvider.create()));
        try (LockedAccount account = afterRestart.lock("a")) {
            assertThat(account.lock().token()).isEqualTo(6);
            account.deposit(1);
            afterRestart.save(account);
        }
        assertThat(balance("a")).isEqualTo(101);
    }

    @Test
    void aStolenLeaseIsNotEndedByItsFormerHolder() {
        LockedAccount account = accounts.lock("a");
        Lease stolen = provider.steal(account.lockKey(), Duration.ofMinutes(1));
        account.close();
        assertThat(provider.getLockedBy(stolen.key())).contains(stolen.owner());
        provider.release(stolen);
        accounts.lock("a").close();
    }
}
