package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider.Subscription;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.jdbc.PgConnection;

/** Connections that are cut, and a server that crashes. */
@Timeout(120)
class OutageTest {

    private static final Duration TTL = Duration.ofMinutes(5);

    private static PostgresServer server;

    private final LockKey key = new LockKey("Account:" + OwnerId.random());
    private HikariDataSource pool;
    private PostgresLockProvider provider;
    private PostgresLockProvider other;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(PostgresServer.Version.NEW);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() {
        pool = Servers.pool(server);
        provider = PostgresLockProvider.of(pool);
        other = PostgresLockProvider.of(pool);
        provider.createMissingTable();
    }

    @AfterEach
    void disconnect() {
        provider.close();
        other.close();
        pool.close();
    }

    private Attempt attempt(PostgresLockProvider from) {
        return from.tryAcquire(key, OwnerId.random(), TTL);
    }

    private Lease acquire(PostgresLockProvider from) {
        return ((Attempt.Granted) attempt(from)).lease();
    }

    private static List<String> backends(HikariDataSource pool, String where) {
        return Servers.query(
                pool,
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND "
                        + where);
    }

    private void terminate(String where) {
        Servers.execute(
                pool,
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND " + where);
    }

    private void awaitListener() {
        Await.until(
                "there is a connection that listens",
                () -> backends(pool, "query LIKE 'LISTEN%'").size() == 1);
    }

    @Test
    void aListenerThatWasTerminatedIsReplacedAndWakesWhoMayHaveMissedSomething() {
        AtomicInteger woken = new AtomicInteger();
        Lease lease = acquire(provider);
        Subscription subscription = other.await(key, OwnerId.random(), woken::incrementAndGet);
        awaitListener();
        String first = backends(pool, "query LIKE 'LISTEN%'").get(0);
        terminate("query LIKE 'LISTEN%'");
        Await.until("the waiter is woken by the new connection", () -> woken.get() == 1);
        awaitListener();
        assertThat(backends(pool, "query LIKE 'LISTEN%'").get(0)).isNotEqualTo(first);
        provider.release(lease);
        Await.until("the waiter is woken by the release", () -> woken.get() == 2);
        subscription.close();
    }

    /** The pool finds out about broken connections only if they were idle for a while. */
    @Test
    void anAcquisitionSurvivesAConnectionThatWasTerminated() {
        Lease lease = acquire(provider);
        terminate("state = 'idle'");
        assertThat(provider.renew(lease, TTL)).isTrue();
        terminate("state = 'idle'");
        assertThat(attempt(other)).isInstanceOf(Attempt.Busy.class);
        terminate("state = 'idle'");
        provider.release(lease);
        Await.until("the release has come through", () -> attempt(other) instanceof Attempt.Granted);
    }

    /** Such as that of a driver of which a part is missing. */
    @Test
    void anErrorInTheSendingOfReleasesEndsNoOthers() {
        AtomicInteger errors = new AtomicInteger();
        DataSource failing = Servers.choosing(() -> {
            if (Thread.currentThread().getName().equals("lockproof-releases") && errors.incrementAndGet() <= 3) {
                throw new NoClassDefFoundError("a part of the driver");
            }
            return pool;
        });
        try (PostgresLockProvider sending = PostgresLockProvider.of(failing)) {
            sending.release(acquire(sending));
            Await.until("it was tried as often as it is", () -> errors.get() == 3 && sending.size() == 0);
            LockKey next = new LockKey("Account:" + OwnerId.random());
            Attempt held = sending.tryAcquire(next, OwnerId.random(), TTL);
            sending.release(((Attempt.Granted) held).lease());
            Await.until(
                    "the next release has come through",
                    () -> provider.tryAcquire(next, OwnerId.random(), TTL) instanceof Attempt.Granted);
        }
    }

    @Test
    void anAcquisitionSurvivesAConnectionThatBrokeInThePool() throws Exception {
        Connection ofTheDriver;
        try (Connection lent = pool.getConnection()) {
            ofTheDriver = lent.unwrap(PgConnection.class);
        }
        ofTheDriver.abort(Runnable::run);
        assertThat(attempt(provider)).isInstanceOf(Attempt.Granted.class);
    }

    @Test
    void anAcquisitionWhoseConnectionIsCutWhileItWaitsIsRepeated() throws Exception {
        Lease lease = acquire(provider);
        FutureTask<Attempt> attempt = new FutureTask<>(() -> attempt(other));
        try (Connection blocker = pool.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("SELECT FROM lockproof_lease FOR UPDATE");
            provider.release(lease);
            Await.until(
                    "the release waits for the row",
                    () -> backends(pool, "wait_event_type = 'Lock'").size() == 1);
            Thread thread = new Thread(attempt, "other");
            thread.setDaemon(true);
            thread.start();
            Await.until(
                    "the acquisition waits for the row, too",
                    () -> backends(pool, "wait_event_type = 'Lock'").size() == 2);
            terminate("wait_event_type = 'Lock'");
            Await.until(
                    "both wait again",
                    () -> backends(pool, "wait_event_type = 'Lock'").size() == 2);
            blocker.rollback();
        }
        assertThat(attempt.get(30, TimeUnit.SECONDS)).isNotNull();
        Await.until(
                "the release has come through",
                () -> Servers.query(pool, "SELECT 1 FROM lockproof_lease WHERE owner = '" + lease.owner() + "'")
                        .isEmpty());
    }

    @Test
    void leasesAndTokensOutliveACrash() {
        AtomicInteger woken = new AtomicInteger();
        Lease lease = acquire(provider);
        Subscription subscription = other.await(key, OwnerId.random(), woken::incrementAndGet);
        awaitListener();
        server.kill();
        assertThatThrownBy(() -> other.renew(lease, TTL))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining(key.toString());
        server.restart();
        Await.until("the waiter is woken by the new connection", () -> woken.get() == 1);
        assertThat(attempt(other)).isInstanceOf(Attempt.Busy.class);
        assertThat(provider.renew(lease, TTL)).isTrue();
        provider.release(lease);
        Await.until("the waiter is woken by the release", () -> woken.get() == 2);
        subscription.close();
        Await.until("the row is not kept for the waiter any more", () -> attempt(other) instanceof Attempt.Granted);
    }

    @Test
    void anUnloggedTableLosesItsLeasesInACrashButTokensGrow() {
        Servers.execute(pool, "ALTER TABLE lockproof_lease SET UNLOGGED");
        Lease before = acquire(provider);
        server.kill();
        server.restart();
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThat(Servers.query(pool, "SELECT lock_key FROM lockproof_lease")).isEmpty();
        assertThat(acquire(other).token()).isGreaterThan(before.token());
        assertThat(provider.renew(before, TTL)).isFalse();
    }

    @Test
    void aReleaseThatCannotBeSentLeavesNothingBehind() {
        Lease lease = acquire(provider);
        Servers.execute(pool, "ALTER TABLE lockproof_lease RENAME TO elsewhere");
        provider.release(lease);
        Await.until("it is given up", () -> provider.size() == 0);
        Servers.execute(pool, "ALTER TABLE elsewhere RENAME TO lockproof_lease");
        assertThat(attempt(provider)).isInstanceOf(Attempt.Busy.class);
    }

    @Test
    void nothingIsLeftOfTheConnectionsOfAProviderThatWasClosed() {
        Lease lease = acquire(provider);
        Subscription subscription = other.await(key, OwnerId.random(), () -> {});
        awaitListener();
        subscription.close();
        other.close();
        provider.release(lease);
        provider.close();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(Servers.query(pool, "SELECT 1 FROM lockproof_lease WHERE owner IS NULL"))
                .as("the release was sent before the end")
                .hasSize(1);
    }
}
