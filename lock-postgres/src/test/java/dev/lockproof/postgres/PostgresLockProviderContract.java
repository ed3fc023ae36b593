package dev.lockproof.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockProviderContract;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of lock providers over the lease table, on a server that the subclass names. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PostgresLockProviderContract extends LockProviderContract {

    private final PostgresServer server;
    private HikariDataSource pool;

    PostgresLockProviderContract(PostgresServer server) {
        this.server = server;
    }

    @BeforeAll
    void createTable() {
        pool = Servers.pool(server);
        try (PostgresLockProvider provider = PostgresLockProvider.of(pool)) {
            provider.createMissingTable();
        }
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    @Override
    protected LockProvider createProvider() {
        return PostgresLockProvider.of(pool);
    }

    @Override
    public void advance(Duration time) {
        reallyWait(time);
    }

    /** Moves what the clock has left behind into the future, which is the same. */
    @Override
    public void jumpBack(Duration time) {
        Servers.execute(
                pool,
                "UPDATE lockproof_lease SET token = token + " + time.toNanos() / 1000
                        + ", acquired_at = acquired_at + interval '" + time.toSeconds() + " seconds'"
                        + ", expires_at = expires_at + interval '" + time.toSeconds() + " seconds'");
    }
}
