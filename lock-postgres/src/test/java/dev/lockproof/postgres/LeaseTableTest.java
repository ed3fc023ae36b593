package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Holder;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the rows say, and what each statement does to them. */
@Timeout(60)
class LeaseTableTest {

    private static final LockKey KEY = new LockKey("Account:42");
    private static final Duration TTL = Duration.ofSeconds(30);

    private final HikariDataSource pool = Servers.pool(PostgresServer.shared());
    private final PostgresLockProvider provider = PostgresLockProvider.of(pool);
    private final PostgresLockProvider other = PostgresLockProvider.of(pool);

    @BeforeEach
    void createTable() {
        provider.createMissingTable();
    }

    @AfterEach
    void close() {
        provider.close();
        other.close();
        pool.close();
    }

    private Lease acquire(PostgresLockProvider from) {
        return granted(from.tryAcquire(KEY, OwnerId.random(), TTL));
    }

    private static Lease granted(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Granted.class);
        return ((Attempt.Granted) attempt).lease();
    }

    private List<String> query(String sql) {
        return Servers.query(pool, sql);
    }

    @Test
    void aHeldRowTellsPeopleWhoHoldsIt() {
        try (PostgresLockProvider named =
                PostgresLockProvider.builder(pool).processName("payments-7").build()) {
            Lease lease = acquire(named);
            assertThat(query("SELECT holder || '/' || token || '/' || owner FROM lockproof_lease"))
                    .containsExactly("the thread " + Thread.currentThread().getName() + " of payments-7/"
                            + lease.token() + "/" + lease.owner());
            Attempt.Busy busy = (Attempt.Busy) other.tryAcquire(KEY, OwnerId.random(), TTL);
            assertThat(busy.holder()).endsWith("of payments-7");
            assertThat(busy.retryAfter()).isBetween(Duration.ofSeconds(1), TTL);
        }
    }

    @Test
    void aReleasedRowIsFreeWhateverTheClockSays() {
        provider.release(acquire(provider));
        Await.until(
                "the row is free",
                () -> query("SELECT expires_at::text FROM lockproof_lease WHERE owner IS NULL")
                        .equals(List.of("-infinity")));
    }

    @Test
    void tokensBeginAtTheMicrosecondsSince1970() {
        long before = Instant.now().minusSeconds(60).toEpochMilli() * 1000;
        assertThat(acquire(provider).token()).isBetween(before, before + TimeUnit.MINUTES.toMicros(2));
    }

    @Test
    void tokensGrowAlthoughTheTableLostItsRows() {
        long last = 0;
        for (int i = 0; i < 5; i++) {
            Lease lease = acquire(provider);
            assertThat(lease.token()).isGreaterThan(last);
            last = lease.token();
            Servers.execute(pool, "TRUNCATE lockproof_lease");
        }
    }

    /** As a replica that took over may have it. */
    @Test
    void tokensGrowAlthoughARowWentBackToAnEarlierState() {
        Lease early = acquire(provider);
        provider.release(early);
        Lease late = early;
        for (int i = 0; i < 10; i++) {
            late = acquire(provider);
            provider.release(late);
        }
        Servers.execute(
                pool, "UPDATE lockproof_lease SET owner = NULL, expires_at = '-infinity', token = " + early.token());
        assertThat(acquire(other).token()).isGreaterThan(late.token());
    }

    @Test
    void fewTokensAreSetAsideWhileOthersWait() {
        Attempt.Granted alone = (Attempt.Granted) provider.tryAcquire(KEY, OwnerId.random(), TTL);
        assertThat(alone.spareTokens()).isPositive();
        OwnerId first = OwnerId.random();
        var firstWatch = other.await(KEY, first, () -> {});
        var secondWatch = provider.await(KEY, OwnerId.random(), () -> {});
        assertThat(((Attempt.Granted) provider.advance(alone.lease(), 1)).spareTokens())
                .isEqualTo(LeaseSql.SPARE_WHILE_OTHERS_WAIT);
        provider.release(alone.lease());
        Await.until(
                "the row is kept for the first",
                () -> query("SELECT 1 FROM lockproof_lease WHERE owner = '" + first + "'")
                                .size()
                        == 1);
        Attempt.Granted contended = (Attempt.Granted) other.tryAcquire(KEY, first, TTL);
        assertThat(contended.spareTokens()).isEqualTo(LeaseSql.SPARE_WHILE_OTHERS_WAIT);
        assertThat(contended.lease().token()).isGreaterThan(alone.lease().token() + alone.spareTokens());
        firstWatch.close();
        secondWatch.close();
    }

    /** A statement that had to wait for another transaction measures its time from then. */
    @Test
    void expiryIsJudgedWhenTheRowIsReachedAndNotWhenTheTransactionBegan() throws Exception {
        Lease lease = granted(provider.tryAcquire(KEY, OwnerId.random(), Duration.ofMillis(300)));
        FutureTask<Attempt> attempt;
        try (Connection blocker = pool.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("SELECT FROM lockproof_lease FOR UPDATE");
            attempt = start(() -> other.tryAcquire(KEY, OwnerId.random(), TTL));
            Await.until(
                    "the acquisition waits for the row",
                    () -> query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = "
                                            + "current_database()")
                                    .size()
                            == 1);
            Await.until(
                    "the lease has run out",
                    () -> query("SELECT 1 FROM lockproof_lease WHERE expires_at < clock_timestamp()")
                                    .size()
                            == 1);
            blocker.rollback();
        }
        Lease next = granted(attempt.get(30, TimeUnit.SECONDS));
        assertThat(next.token()).isGreaterThan(lease.token());
        assertThat(query("SELECT extract(epoch FROM expires_at - acquired_at)::int FROM lockproof_lease"))
                .containsExactly("30");
    }

    @Test
    void theNextAcquisitionHereTakesTheRowOverBeforeItsReleaseWasSent() throws Exception {
        Lease first = acquire(provider);
        FutureTask<Attempt> attempt;
        try (Connection blocker = pool.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("SELECT FROM lockproof_lease FOR UPDATE");
            provider.release(first);
            attempt = start(() -> provider.tryAcquire(KEY, OwnerId.random(), TTL));
            Await.until(
                    "release and acquisition wait for the row",
                    () -> query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = "
                                            + "current_database()")
                                    .size()
                            == 2);
            blocker.rollback();
        }
        Lease next = granted(attempt.get(30, TimeUnit.SECONDS));
        assertThat(next.token()).isGreaterThan(first.token());
        assertThat(provider.renew(next, TTL)).isTrue();
        Await.until("nothing is kept here", () -> provider.size() == 0);
        assertThat(provider.renew(next, TTL)).as("after the release was sent").isTrue();
    }

    @Test
    void noRowIsTakenOverPastThoseWhoWaitInOtherProcesses() {
        Lease lease = acquire(provider);
        var watch = other.await(KEY, OwnerId.random(), () -> {});
        OwnerId next = OwnerId.random();
        assertThat(table().acquire(KEY, next, TTL, Set.of(lease.owner())).attempt())
                .isInstanceOf(Attempt.Busy.class);
        watch.close();
        assertThat(table().acquire(KEY, next, TTL, Set.of(lease.owner())).attempt())
                .isInstanceOf(Attempt.Granted.class);
    }

    private LeaseTable table() {
        Database database = new Database(pool, new Failures("t", "c"), TTL, 14);
        return new LeaseTable(database, LeaseSql.of("lockproof_lease"), Holder.ofThisProcess());
    }

    @Test
    void nobodyIsNotifiedUnlessSomebodyWaits() throws Exception {
        try (Connection listening = PostgresServer.dataSource(pool.getJdbcUrl()).getConnection()) {
            listening.createStatement().execute("LISTEN lockproof_lease");
            var notifications = listening.unwrap(org.postgresql.PGConnection.class);
            provider.release(acquire(provider));
            Await.until(
                    "the row is free",
                    () -> query("SELECT 1 FROM lockproof_lease WHERE owner IS NULL")
                                    .size()
                            == 1);
            OwnerId waiting = OwnerId.random();
            var subscription = other.await(KEY, waiting, () -> {});
            provider.release(acquire(provider));
            List<String> payloads = new ArrayList<>();
            Await.until("a notification comes", () -> {
                for (var notification : notifications(notifications)) {
                    payloads.add(notification.getParameter());
                }
                return !payloads.isEmpty();
            });
            assertThat(payloads).containsExactly(waiting + "Account:42");
            subscription.close();
        }
    }

    private static org.postgresql.PGNotification[] notifications(org.postgresql.PGConnection connection) {
        try {
            var heard = connection.getNotifications(10);
            return heard == null ? new org.postgresql.PGNotification[0] : heard;
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aReleaseKeepsTheRowForWhoHasWaitedLongest() {
        OwnerId first = OwnerId.random();
        OwnerId second = OwnerId.random();
        Lease lease = acquire(provider);
        var firstWatch = provider.await(KEY, first, () -> {});
        var secondWatch = other.await(KEY, second, () -> {});
        provider.release(lease);
        Await.until(
                "the row is kept for the first",
                () -> query("SELECT owner FROM lockproof_lease WHERE holder IS NULL")
                        .equals(List.of(first.toString())));
        assertThat(query("SELECT array_to_string(waiters, ',') FROM lockproof_lease"))
                .containsExactly(second.toString());
        Servers.execute(pool, "UPDATE lockproof_lease SET expires_at = expires_at + interval '1 minute'");
        assertThat(other.tryAcquire(KEY, OwnerId.random(), TTL)).isInstanceOf(Attempt.Busy.class);
        assertThat(other.tryAcquire(KEY, second, TTL)).isInstanceOf(Attempt.Busy.class);
        assertThat(provider.renew(new Lease(KEY, first, 0), TTL))
                .as("it is not held")
                .isFalse();
        Lease firsts = granted(provider.tryAcquire(KEY, first, TTL));
        assertThat(firsts.token()).isGreaterThan(lease.token());
        firstWatch.close();
        secondWatch.close();
        assertThat(query("SELECT cardinality(waiters) FROM lockproof_lease")).containsExactly("0");
    }

    @Test
    void whoGivesUpPassesItsTurnOn() {
        OwnerId first = OwnerId.random();
        OwnerId second = OwnerId.random();
        Lease lease = acquire(provider);
        var firstWatch = provider.await(KEY, first, () -> {});
        var secondWatch = other.await(KEY, second, () -> {});
        provider.release(lease);
        Await.until(
                "the row is kept for the first",
                () -> query("SELECT 1 FROM lockproof_lease WHERE owner = '" + first + "'")
                                .size()
                        == 1);
        Servers.execute(pool, "UPDATE lockproof_lease SET expires_at = expires_at + interval '1 minute'");
        firstWatch.close();
        granted(other.tryAcquire(KEY, second, TTL));
        secondWatch.close();
    }

    @Test
    void whoMissedItsTurnQueuesAgain() {
        OwnerId waiting = OwnerId.random();
        acquire(provider);
        var watch = other.await(KEY, waiting, () -> {});
        Servers.execute(pool, "UPDATE lockproof_lease SET waiters = '{}'");
        assertThat(other.tryAcquire(KEY, waiting, TTL)).isInstanceOf(Attempt.Busy.class);
        assertThat(query("SELECT array_to_string(waiters, ',') FROM lockproof_lease"))
                .containsExactly(waiting.toString());
        watch.close();
    }

    @Test
    void unusedRowsArePurgedUnlessTheirTokenIsAheadOfTheClock() {
        Servers.execute(pool, """
                INSERT INTO lockproof_lease (lock_key, token, expires_at, acquired_at, holder) VALUES
                ('unused', 7, '-infinity', clock_timestamp() - interval '9 days', NULL),
                ('unused, run out', 7, clock_timestamp() - interval '9 days', clock_timestamp() - interval '9 days', 'x'),
                ('used', 7, '-infinity', clock_timestamp() - interval '1 day', NULL),
                ('held', 7, clock_timestamp() + interval '9 days', clock_timestamp() - interval '9 days', 'x'),
                ('ahead', 9000000000000000000, '-infinity', clock_timestamp() - interval '9 days', NULL)""");
        LeaseTable table = table();
        assertThat(table.purge(Duration.ofDays(7), 1)).isEqualTo(1);
        assertThat(table.purge(Duration.ofDays(7), 10)).isEqualTo(1);
        assertThat(query("SELECT lock_key FROM lockproof_lease ORDER BY 1")).containsExactly("ahead", "held", "used");
    }

    @Test
    void anotherTableIsAnotherSetOfLocks() {
        Servers.execute(pool, "CREATE SCHEMA \"Odd.one\"".replace(".", " "));
        try (PostgresLockProvider odd =
                PostgresLockProvider.builder(pool).table("Odd one.le\"ases").build()) {
            odd.createMissingTable();
            odd.createMissingTable();
            acquire(provider);
            acquire(odd);
            assertThat(query("SELECT lock_key FROM \"Odd one\".\"le\"\"ases\"")).containsExactly("Account:42");
        }
        assertThatThrownBy(() -> PostgresLockProvider.builder(pool).table("a.b.c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.b.c");
    }

    @Test
    void longKeysShareNoRowAndStayReadable() {
        LockKey longKey = new LockKey("x".repeat(10_000));
        LockKey nul = new LockKey("a\0b\\0");
        granted(provider.tryAcquire(longKey, OwnerId.random(), TTL));
        granted(provider.tryAcquire(nul, OwnerId.random(), TTL));
        assertThat(query("SELECT lock_key FROM lockproof_lease ORDER BY 1"))
                .satisfiesExactly(
                        stored -> assertThat(stored).isEqualTo("a\\0b\\\\0"),
                        stored -> assertThat(stored)
                                .startsWith("x".repeat(100) + "\\#")
                                .hasSize(166));
    }

    private static <V> FutureTask<V> start(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "other");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
