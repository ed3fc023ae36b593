package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who waits for a row, in which order it goes to them, and who is told. */
class LeaseQueueTest extends LeaseTableFixture {

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
}
