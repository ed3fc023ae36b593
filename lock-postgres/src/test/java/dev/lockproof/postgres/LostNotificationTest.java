package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Wake-ups are a help that nobody depends on. */
@Timeout(60)
class LostNotificationTest {

    private static final LockKey KEY = new LockKey("Account:42");
    private static final Duration TTL = Duration.ofSeconds(30);

    private final HikariDataSource pool = Servers.pool(PostgresServer.shared());

    @AfterEach
    void close() {
        pool.close();
    }

    /** As behind a pooler that forgets who listens: the listener is on another database, where nobody notifies. */
    @Test
    void whoIsNotWokenGetsTheLockByAskingAgain() {
        try (PostgresLockProvider holder = PostgresLockProvider.of(pool);
                PostgresLockProvider deaf = PostgresLockProvider.builder(pool)
                        .listenOn(PostgresServer.shared().createDataSource())
                        .build()) {
            holder.createMissingTable();
            AtomicInteger woken = new AtomicInteger();
            OwnerId waiting = OwnerId.random();
            Lease lease = ((Attempt.Granted) holder.tryAcquire(KEY, OwnerId.random(), TTL)).lease();
            Subscription subscription = deaf.await(KEY, waiting, woken::incrementAndGet);
            assertThat(deaf.tryAcquire(KEY, waiting, TTL)).isInstanceOf(Attempt.Busy.class);
            holder.release(lease);
            Await.until("asking again is enough", () -> deaf.tryAcquire(KEY, waiting, TTL) instanceof Attempt.Granted);
            assertThat(woken).hasValue(0);
            subscription.close();
        }
    }

    /** A pooler in transaction mode gives each statement any session. The keep-alive finds out. */
    @Test
    void aSessionThatForgotToListenIsReplaced() {
        PostgresLockProviderBuilder builder = PostgresLockProvider.builder(pool);
        builder.keepAlive = Duration.ofMillis(50);
        try (PostgresLockProvider provider = builder.build()) {
            provider.createMissingTable();
            AtomicInteger woken = new AtomicInteger();
            Subscription subscription = provider.await(KEY, OwnerId.random(), woken::incrementAndGet);
            Await.until(
                    "the session is tested",
                    () -> listeners(pool).stream().anyMatch(query -> query.contains("pg_listening_channels")));
            assertThat(woken).as("a session that listens stays").hasValue(0);
            subscription.close();
        }
    }

    /**
     * What a pooler gives is another session than the driver was told of; in session mode, it is the same all the time. Since
     * that is not known for certain, who waits asks within its turn as well.
     */
    @Test
    void whoListensThroughAPoolerThatKeepsTheSessionIsWoken() {
        try (PostgresLockProvider holder = PostgresLockProvider.of(pool);
                PostgresLockProvider pooled = PostgresLockProvider.builder(pool)
                        .listenOn(Servers.asIfPooled(pool))
                        .build()) {
            holder.createMissingTable();
            AtomicInteger woken = new AtomicInteger();
            Lease lease = ((Attempt.Granted) holder.tryAcquire(KEY, OwnerId.random(), TTL)).lease();
            OwnerId waiter = OwnerId.random();
            Subscription subscription = pooled.await(KEY, waiter, woken::incrementAndGet);
            assertThat(((Attempt.Busy) pooled.tryAcquire(KEY, waiter, TTL)).retryAfter())
                    .isLessThan(LeaseSql.KEPT);
            holder.release(lease);
            Await.until("the waiter is woken by the release", () -> woken.get() == 1);
            subscription.close();
        }
    }

    /** As a pooler in transaction mode has it: the session that listens is one to which nobody notifies. */
    @Test
    void whoListensThroughAPoolerThatChangesTheSessionIsToldSo() {
        DataSource elsewhere = PostgresServer.shared().createDataSource();
        AtomicInteger opened = new AtomicInteger();
        DataSource mixed = Servers.asIfPooled(
                Servers.choosing(() -> opened.getAndIncrement() % 2 == 0 ? elsewhere : (DataSource) pool));
        try (Log log = Log.of("dev.lockproof.postgres");
                PostgresLockProvider deaf =
                        PostgresLockProvider.builder(pool).listenOn(mixed).build()) {
            deaf.createMissingTable();
            AtomicInteger woken = new AtomicInteger();
            Subscription subscription = deaf.await(KEY, OwnerId.random(), woken::incrementAndGet);
            Await.until("another connection is tried", () -> opened.get() > 2);
            assertThat(log.text())
                    .contains("give the provider a direct one with listenOn", "pooler in transaction mode");
            assertThat(woken).hasValue(0);
            subscription.close();
        }
    }

    /** Somebody who can't be asked for the driver's connection, and so can't listen. */
    @Test
    void whoCannotListenStillGetsTheLock() {
        try (PostgresLockProvider mute = PostgresLockProvider.builder(pool)
                .listenOn(Servers.without(pool, "unwrap"))
                .build()) {
            mute.createMissingTable();
            OwnerId waiting = OwnerId.random();
            Subscription subscription = mute.await(KEY, waiting, () -> {});
            assertThat(mute.tryAcquire(KEY, waiting, TTL)).isInstanceOf(Attempt.Granted.class);
            subscription.close();
        }
    }

    /** A row is kept for a waiter for a moment only; who is not told that has to ask in time. */
    @Test
    void whoCannotListenAsksWithinItsTurn() {
        try (PostgresLockProvider mute = PostgresLockProvider.builder(pool)
                        .listenOn(Servers.without(pool, "unwrap"))
                        .build();
                PostgresLockProvider hearing = PostgresLockProvider.of(pool)) {
            mute.createMissingTable();
            Lease lease = ((Attempt.Granted) hearing.tryAcquire(KEY, OwnerId.random(), TTL)).lease();
            assertThat(retryAfter(mute)).isLessThan(LeaseSql.KEPT);
            assertThat(retryAfter(hearing)).isGreaterThan(LeaseSql.KEPT);
            hearing.release(lease);
        }
    }

    private static Duration retryAfter(PostgresLockProvider provider) {
        OwnerId waiting = OwnerId.random();
        Subscription subscription = provider.await(KEY, waiting, () -> {});
        try {
            return ((Attempt.Busy) provider.tryAcquire(KEY, waiting, TTL)).retryAfter();
        } finally {
            subscription.close();
        }
    }

    private static java.util.List<String> listeners(HikariDataSource pool) {
        return Servers.query(
                pool,
                "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
}
