package dev.lockproof.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockServiceContract;
import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract of the lock service over advisory locks, on the oldest maintained server. */
@Tag("extended")
class AdvisoryLockServiceOldTest extends LockServiceContract {

    private static HikariDataSource pool;

    @BeforeAll
    static void createTable() {
        pool = Servers.pool(PostgresServer.sharedOld().createDatabase(), 60);
        try (AdvisoryLockProvider provider = AdvisoryLockProvider.of(pool)) {
            provider.createMissingTable();
        }
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @Override
    protected LockProvider createProvider() {
        return AdvisoryLockProvider.of(pool);
    }
}
