package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.test.LockProviderContract;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of lock providers over advisory locks, on a server that the subclass names. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AdvisoryLockProviderContract extends LockProviderContract {

    private final PostgresServer server;
    private HikariDataSource pool;

    AdvisoryLockProviderContract(PostgresServer server) {
        this.server = server;
    }

    @BeforeAll
    void createTable() {
        pool = Servers.pool(server.createDatabase(), 60);
        try (AdvisoryLockProvider provider = AdvisoryLockProvider.of(pool)) {
            provider.createMissingTable();
        }
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    @Override
    protected LockProvider createProvider() {
        return AdvisoryLockProvider.of(pool);
    }

    @Override
    public void advance(Duration time) {
        reallyWait(time);
    }

    /** Moves what the clock has left behind into the future, which is the same. */
    @Override
    public void jumpBack(Duration time) {
        Servers.execute(pool, "UPDATE lockproof_token SET token = token + " + time.toNanos() / 1000);
    }

    /** Of an advisory lock, nobody but its holder knows how long it lasts, and the longest time is shorter. */
    @Test
    @Override
    public void aLongLeaseLastsLong() {
        LockKey key = newKey();
        Lease lease = ((Attempt.Granted) provider().tryAcquire(key, OwnerId.random(), Duration.ofDays(20))).lease();
        assertThat(otherProvider().tryAcquire(key, OwnerId.random(), Duration.ofSeconds(2)))
                .isInstanceOf(Attempt.Busy.class);
        provider().release(lease);
    }
}
