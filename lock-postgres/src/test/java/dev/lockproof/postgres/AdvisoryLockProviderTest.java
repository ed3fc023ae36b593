package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What advisory locks do beyond, and short of, the contract. */
@Timeout(60)
class AdvisoryLockProviderTest {

    private static final LockKey KEY = new LockKey("Account:42");
    private static final Duration TTL = Duration.ofSeconds(30);

    private final HikariDataSource pool = Servers.pool(PostgresServer.shared().createDatabase(), 20);
    private final AdvisoryLockProvider provider = AdvisoryLockProvider.of(pool);
    private final AdvisoryLockProvider other = AdvisoryLockProvider.of(pool);

    @BeforeEach
    void createTable() {
        provider.createMissingTable();
        provider.createMissingTable();
    }

    @AfterEach
    void close() {
        provider.close();
        other.close();
        pool.close();
    }

    private static Attempt attempt(AdvisoryLockProvider from) {
        return from.tryAcquire(KEY, OwnerId.random(), TTL);
    }

    private static Lease acquire(AdvisoryLockProvider from) {
        Attempt attempt = attempt(from);
        assertThat(attempt).isInstanceOf(Attempt.Granted.class);
        return ((Attempt.Granted) attempt).lease();
    }

    private void terminateHolder() {
        Servers.execute(
                pool,
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
    }

    @Test
    void aLockIsLostWithItsConnection() {
        Lease lease = acquire(provider);
        terminateHolder();
        Lease next = acquire(other);
        assertThat(next.token()).isGreaterThan(lease.token());
        assertThat(provider.renew(lease, TTL)).isFalse();
        assertThat(provider.advance(lease, 1)).isInstanceOf(Attempt.Busy.class);
        provider.release(lease);
        assertThat(other.renew(next, TTL)).isTrue();
        assertThat(provider.size()).isZero();
    }

    @Test
    void theReleaseOfALockThatWasLostIsNoFailure() {
        Lease lease = acquire(provider);
        terminateHolder();
        provider.release(lease);
        acquire(provider);
    }

    @Test
    void aReleaseThatFailsLetsTheNextOneHaveTheLock() {
        for (Throwable failure :
                List.of(new IllegalStateException("the pool"), new NoClassDefFoundError("the driver"))) {
            AtomicBoolean isDue = new AtomicBoolean();
            try (AdvisoryLockProvider failing =
                    AdvisoryLockProvider.of(Servers.failing(pool, "commit", failure, isDue))) {
                Lease lease = acquire(failing);
                isDue.set(true);
                failing.release(lease);
                acquire(failing);
                assertThat(isDue).isFalse();
            }
            Await.until(
                    "no connection is left", () -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        }
    }

    @Test
    void aWaitThatIsCutIsBegunAnew() {
        Lease lease = acquire(provider);
        AtomicInteger woken = new AtomicInteger();
        Subscription subscription = other.await(KEY, OwnerId.random(), woken::incrementAndGet);
        awaitWaiter();
        Servers.execute(
                pool,
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
        awaitWaiter();
        provider.release(lease);
        Await.until("the waiter is woken", () -> woken.get() > 0);
        subscription.close();
    }

    private void awaitWaiter() {
        Await.until(
                "somebody waits in the server's queue",
                () -> Servers.query(
                                        pool,
                                        "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database ="
                                                + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                                .size()
                        == 1);
    }

    @Test
    void theServerKeepsTheOrderOfThoseWhoWait() {
        Lease lease = acquire(provider);
        OwnerId waiting = OwnerId.random();
        AtomicInteger woken = new AtomicInteger();
        Subscription subscription = other.await(KEY, waiting, woken::incrementAndGet);
        awaitWaiter();
        provider.release(lease);
        assertThat(attempt(provider)).as("somebody was first").isInstanceOf(Attempt.Busy.class);
        Await.until("the waiter is woken", () -> woken.get() > 0);
        assertThat(other.tryAcquire(KEY, waiting, TTL)).isInstanceOf(Attempt.Granted.class);
        subscription.close();
        assertThat(attempt(provider)).isInstanceOf(Attempt.Busy.class);
    }

    /** At once, and not only when the server's own limit of the wait is reached. */
    @Test
    void aWaitThatEndsLeavesTheServersQueue() {
        Lease lease = acquire(provider);
        try (AdvisoryLockProvider patient = new AdvisoryLockProvider(pool, Duration.ofMinutes(10))) {
            Subscription subscription = patient.await(KEY, OwnerId.random(), () -> {});
            awaitWaiter();
            subscription.close();
            Await.until(
                    "nobody waits",
                    () -> Servers.query(pool, "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                            .isEmpty());
            provider.release(lease);
            acquire(provider);
            assertThat(patient.size()).isZero();
        }
    }

    @Test
    void tokensBeginAtTheMicrosecondsSince1970AndGrowAlthoughTheTableLostItsRows() {
        long now = Instant.now().toEpochMilli() * 1000;
        Lease first = acquire(provider);
        assertThat(first.token()).isBetween(now - TimeUnit.MINUTES.toMicros(1), now + TimeUnit.MINUTES.toMicros(1));
        provider.release(first);
        Lease second = acquire(provider);
        provider.release(second);
        Servers.execute(pool, "TRUNCATE lockproof_token");
        assertThat(acquire(provider).token()).isGreaterThan(second.token());
        assertThat(second.token()).isGreaterThan(first.token());
    }

    /** Under it, a transaction sees what was there before it waited. */
    @Test
    void anotherIsolationThanReadCommittedIsRefused() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setMaximumPoolSize(2);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        try (HikariDataSource repeatable = new HikariDataSource(config);
                AdvisoryLockProvider strict = AdvisoryLockProvider.of(repeatable)) {
            assertThatThrownBy(() -> attempt(strict))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("Account:42")
                    .hasMessageContaining("repeatable read")
                    .hasMessageContaining("READ COMMITTED");
            assertThat(repeatable.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
        acquire(provider);
    }

    @Test
    void aMissingTableIsNamedWithTheStatementThatCreatesIt() {
        Servers.execute(pool, "DROP TABLE lockproof_token");
        assertThatThrownBy(() -> attempt(provider))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("Account:42")
                .hasMessageContaining(provider.tableDefinition());
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void whoAsksForTooLongALockIsToldToRenewIt() {
        assertThatThrownBy(() -> provider.tryAcquire(KEY, OwnerId.random(), Duration.ofDays(25)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Account:42")
                .hasMessageContaining("renew");
    }

    @Test
    void connectionsGoBackAsTheyCame() {
        provider.release(acquire(provider));
        Await.until("the release is through", () -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        assertThat(Servers.query(pool, "SHOW idle_in_transaction_session_timeout"))
                .isEqualTo(List.of("0"));
        assertThat(Servers.query(pool, "SHOW synchronous_commit")).isEqualTo(List.of("on"));
        assertThat(Servers.query(pool, "SHOW lock_timeout")).isEqualTo(List.of("0"));
    }

    @Test
    void closingEndsLocksAndWaits() {
        acquire(provider);
        Subscription subscription = provider.await(KEY, OwnerId.random(), () -> {});
        provider.close();
        subscription.close();
        acquire(other);
        assertThat(provider.size()).isZero();
        Await.until("one connection is left", () -> pool.getHikariPoolMXBean().getActiveConnections() == 1);
    }
}
