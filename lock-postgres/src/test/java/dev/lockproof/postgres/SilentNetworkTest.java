package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import dev.lockproof.testservers.TcpProxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network that swallows packets: nobody says that a connection is gone. Each request ends all the same. */
@Timeout(60)
class SilentNetworkTest {

    private static final Duration TTL = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final LockKey key = new LockKey("Account:" + OwnerId.random());
    private final String url = PostgresServer.shared().createDatabase();
    private final TcpProxy network = TcpProxy.to(portOf(url));
    private HikariDataSource near;
    private HikariDataSource far;
    private PostgresLockProvider other;

    @BeforeEach
    void connect() {
        near = Servers.pool(url, 5);
        far = Servers.pool(url.replace("localhost:" + portOf(url), "127.0.0.1:" + network.port()), 5);
        far.setConnectionTimeout(PATIENCE.toMillis());
        far.setValidationTimeout(PATIENCE.toMillis());
        other = PostgresLockProvider.of(near);
        other.createMissingTable();
    }

    @AfterEach
    void disconnect() {
        network.heal();
        other.close();
        far.close();
        near.close();
        network.close();
    }

    private static int portOf(String url) {
        return Integer.parseInt(url.replaceAll(".*localhost:([0-9]+)/.*", "$1"));
    }

    private PostgresLockProvider providerFarAway() {
        return PostgresLockProvider.builder(far).timeout(PATIENCE).build();
    }

    private Attempt attempt(LockProvider from) {
        return from.tryAcquire(key, OwnerId.random(), TTL);
    }

    @Test
    void aRequestThatNobodyAnswersEndsAndLeavesNothingLocked() throws Exception {
        try (Connection only = far.getConnection();
                PostgresLockProvider provider = PostgresLockProvider.builder(Servers.always(only))
                        .timeout(PATIENCE)
                        .build()) {
            OwnerId unlucky = OwnerId.random();
            network.silence();
            assertThatThrownBy(() -> provider.tryAcquire(key, unlucky, TTL))
                    .isInstanceOfSatisfying(
                            LockBackendException.class,
                            e -> assertThat(e.isOutcomeKnown()).isFalse())
                    .hasMessageContaining(key.toString())
                    .hasMessageContaining("Check that the server runs");
            network.heal(); // what was held back arrives, so the server may grant what nobody waits for any more
            Await.until("it is released", () -> {
                // As the runtime does; here, also after the request has arrived.
                other.release(new Lease(key, unlucky, 0));
                return attempt(other) instanceof Attempt.Granted;
            });
        }
    }

    @Test
    void whatIsAskedMeanwhileFailsWithAMessageAndTheLeaseIsThereAfterwards() {
        try (PostgresLockProvider provider = providerFarAway()) {
            Lease lease = ((Attempt.Granted) attempt(provider)).lease();
            network.silence();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> provider.renew(lease, TTL))
                        .isInstanceOf(LockBackendException.class)
                        .hasMessageContaining(key.toString())
                        .hasMessageContaining("check that the server runs and can be reached");
            }
            assertThat(attempt(other)).isInstanceOf(Attempt.Busy.class);
            network.heal();
            Await.until("the pool has new connections", () -> renews(provider, lease));
            provider.release(lease);
            Await.until("the release has come through", () -> attempt(other) instanceof Attempt.Granted);
        }
    }

    private static boolean renews(PostgresLockProvider provider, Lease lease) {
        try {
            return provider.renew(lease, TTL);
        } catch (LockBackendException e) {
            return false;
        }
    }

    /** The connection that listens finds out by its keep-alive, and what was missed meanwhile is made up for. */
    @Test
    void aListenerThatHearsNothingIsReplaced() {
        PostgresLockProviderBuilder builder = PostgresLockProvider.builder(far).timeout(PATIENCE);
        builder.keepAlive = Duration.ofMillis(100);
        try (PostgresLockProvider provider = builder.build()) {
            AtomicInteger woken = new AtomicInteger();
            Lease lease = ((Attempt.Granted) attempt(other)).lease();
            OwnerId waiting = OwnerId.random();
            LockProvider.Subscription subscription = provider.await(key, waiting, woken::incrementAndGet);
            network.silence();
            other.release(lease);
            Await.until(
                    "the connection is given up",
                    () -> far.getHikariPoolMXBean().getActiveConnections() == 0);
            network.heal();
            Await.until("the waiter is woken by the next connection", () -> woken.get() > 0);
            Await.until("it gets the lock", () -> gets(provider, waiting));
            subscription.close();
        }
    }

    private boolean gets(PostgresLockProvider provider, OwnerId waiting) {
        try {
            return provider.tryAcquire(key, waiting, TTL) instanceof Attempt.Granted;
        } catch (LockBackendException e) {
            return false;
        }
    }
}
