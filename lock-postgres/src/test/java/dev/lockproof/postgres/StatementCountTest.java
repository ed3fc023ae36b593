package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What locks cost the server, as it counts itself. */
@Timeout(60)
class StatementCountTest {

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final int ROUNDS = 20;

    private final HikariDataSource pool = Servers.pool(PostgresServer.shared());
    private final PostgresLockProvider provider = PostgresLockProvider.of(pool);

    @BeforeEach
    void begin() {
        provider.createMissingTable();
        Servers.execute(pool, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    }

    @AfterEach
    void end() {
        provider.close();
        pool.close();
    }

    @Test
    void anAcquisitionAndItsReleaseAreTwoStatements() {
        for (int i = 0; i < ROUNDS; i++) {
            acquireAndReleaseInTheEnd(new LockKey("key " + i));
        }
        assertThat(calls("WITH lockproof_granted AS%")).isEqualTo(ROUNDS);
        assertThat(calls("WITH released AS%")).isEqualTo(ROUNDS);
        assertThat(otherStatements()).as("nothing else, such as BEGIN or SET").isEmpty();
    }

    /** Releases that come while another is on its way go together, and those that an acquisition overtakes do not go at all. */
    @Test
    void aKeyThatIsTakenAgainAtOnceCostsNoMore() {
        for (int i = 0; i < ROUNDS; i++) {
            provider.release(acquire(new LockKey("key")));
        }
        Await.until("all is sent", () -> provider.size() == 0);
        assertThat(calls("WITH lockproof_granted AS%")).isEqualTo(ROUNDS);
        assertThat(calls("WITH released AS%")).isLessThanOrEqualTo(ROUNDS);
        assertThat(otherStatements()).isEmpty();
    }

    private void acquireAndReleaseInTheEnd(LockKey key) {
        provider.release(acquire(key));
        Await.until("the release is sent", () -> provider.size() == 0);
    }

    private Lease acquire(LockKey key) {
        return ((Attempt.Granted) provider.tryAcquire(key, OwnerId.random(), TTL)).lease();
    }

    private int calls(String query) {
        return Servers.calls(pool, query);
    }

    /** Statements of the session's start come from the driver and the pool, once per connection. */
    private List<String> otherStatements() {
        return Servers.query(
                pool,
                "SELECT query FROM pg_stat_statements"
                        + " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND query !~* '^(WITH (lockproof_granted|released) AS|CREATE|SET extra_float_digits|SET application_name"
                        + "|SHOW TRANSACTION|SELECT coalesce|SELECT query)'");
    }
}
