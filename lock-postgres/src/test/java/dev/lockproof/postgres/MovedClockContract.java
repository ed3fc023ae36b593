package dev.lockproof.postgres;

import static dev.lockproof.testservers.Background.resultOf;
import static dev.lockproof.testservers.Background.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockKey;
import dev.lockproof.LockLostException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose clock is set ahead and back while locks are held. Leases may be wrong then; rows are not. */
@Timeout(120)
abstract class MovedClockContract {

    private static final Duration TTL = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LockKey key = new LockKey("Account:" + OwnerId.random());
    private HikariDataSource pool;
    private PostgresLockProvider provider;
    private PostgresLockProvider other;
    private LockService locks;
    private LockService otherLocks;
    private JdbcStore store;
    private AccountRepository accounts;
    private AccountRepository otherAccounts;

    /** Gives the URL of an empty database. */
    abstract String url();

    /** Moves the clock of its server. */
    abstract void move(Duration by);

    @BeforeEach
    void begin() {
        pool = Servers.pool(url(), 10);
        provider = PostgresLockProvider.of(pool);
        other = PostgresLockProvider.of(pool);
        provider.createMissingTable();
        LockOptions options = LockOptions.DEFAULTS.withTtl(TTL).withTimeout(Duration.ofSeconds(20));
        locks = LockService.builder(provider).options(options).build();
        otherLocks = LockService.builder(other).options(options).build();
        store = JdbcStore.of(pool);
        accounts = new AccountRepository(store, locks);
        otherAccounts = new AccountRepository(store, otherLocks);
        store.createMissingTables();
        accounts.save(new Account("a", "Ann", 100));
    }

    @AfterEach
    void end() {
        locks.close();
        otherLocks.close();
        provider.close();
        other.close();
        pool.close();
    }

    private Lease acquire(PostgresLockProvider from) {
        return ((Attempt.Granted) from.tryAcquire(key, OwnerId.random(), TTL)).lease();
    }

    private long fence() {
        return Long.parseLong(
                Servers.query(pool, "SELECT lock_fence FROM account").get(0));
    }

    /** On a thread of its own, since a thread has one lock at a time. */
    private static void deposit(AccountRepository from, long amount) {
        resultOf(start(() -> {
            try (LockedAccount account = from.lock("a")) {
                account.deposit(amount);
                return from.save(account);
            }
        }));
    }

    @Test
    void aClockThatIsSetAheadEndsALeaseEarlyAndItsHolderWritesNothing() {
        LockedAccount stale = accounts.lock("a");
        stale.deposit(1);
        long firstFence = fence();
        move(HOUR);
        deposit(otherAccounts, 10);
        assertThat(fence()).isGreaterThan(firstFence);
        assertThatThrownBy(() -> accounts.save(stale)).isInstanceOf(LockLostException.class);
        stale.close();
        assertThat(accounts.require("a").getBalance()).isEqualTo(110);
        deposit(accounts, 5);
        assertThat(accounts.require("a").getBalance()).isEqualTo(115);
    }

    @Test
    void aClockThatIsSetBackLetsALeaseLastLongerAndBreaksNothingElse() {
        Lease lease = acquire(provider);
        move(HOUR.negated());
        Attempt.Busy busy = (Attempt.Busy) other.tryAcquire(key, OwnerId.random(), TTL);
        assertThat(busy.retryAfter()).isGreaterThan(HOUR);
        assertThat(provider.renew(lease, TTL)).isTrue();
        Attempt.Busy renewed = (Attempt.Busy) other.tryAcquire(key, OwnerId.random(), TTL);
        assertThat(renewed.retryAfter()).isLessThanOrEqualTo(TTL);
        provider.release(lease);
        assertThat(acquire(provider).token()).isGreaterThan(lease.token());
    }

    @Test
    void aHolderUnderAClockThatIsSetBackWritesAndHandsOn() {
        try (LockedAccount account = accounts.lock("a")) {
            move(HOUR.negated());
            account.deposit(1);
            accounts.save(account);
        }
        deposit(otherAccounts, 10);
        deposit(accounts, 100);
        assertThat(accounts.require("a").getBalance()).isEqualTo(211);
    }

    @Test
    void tokensGrowWhereverTheClockGoes() {
        long last = 0;
        for (Duration by :
                new Duration[] {HOUR, HOUR.negated(), HOUR.negated(), HOUR.multipliedBy(3), HOUR.negated()}) {
            move(by);
            for (PostgresLockProvider from : new PostgresLockProvider[] {provider, other}) {
                Lease lease = acquire(from);
                assertThat(lease.token()).isGreaterThan(last);
                last = lease.token();
                assertThat(from.renew(lease, TTL)).isTrue();
                from.release(lease);
                from.close(); // sends it
            }
            provider = PostgresLockProvider.of(pool);
            other = PostgresLockProvider.of(pool);
        }
    }

    /** Without its row, a key has no other source of tokens than the clock. */
    @Test
    void aRowThatWasLostBeforeTheClockWasSetBackIsNoticedByTheStore() {
        move(HOUR);
        deposit(accounts, 1);
        long before = fence();
        locks.close();
        provider.close();
        Servers.execute(pool, "DELETE FROM lockproof_lease");
        move(HOUR.negated());
        deposit(otherAccounts, 10);
        assertThat(fence()).isGreaterThan(before);
        assertThat(otherAccounts.require("a").getBalance()).isEqualTo(111);
    }
}
