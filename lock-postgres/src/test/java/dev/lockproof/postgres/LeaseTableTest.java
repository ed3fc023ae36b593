package dev.lockproof.postgres;

import static dev.lockproof.testservers.Background.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the rows say, and what each statement does to them. */
class LeaseTableTest extends LeaseTableFixture {

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

    /** The server would shorten it for the rows, and refuse to notify anybody of them. */
    @Test
    void aNameThatIsTooLongForTheServerIsRefused() {
        String longest = "ö".repeat(31) + "x";
        try (PostgresLockProvider named =
                PostgresLockProvider.builder(pool).table(longest).build()) {
            named.createMissingTable();
            acquire(named);
        }
        assertThatThrownBy(() -> PostgresLockProvider.builder(pool).table(longest + "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(longest + "y")
                .hasMessageContaining("63 bytes");
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
}
