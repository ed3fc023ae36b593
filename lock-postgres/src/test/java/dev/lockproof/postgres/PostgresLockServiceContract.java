package dev.lockproof.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.test.LockServiceContract;
import dev.lockproof.testservers.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of the lock service over the lease table, on a server that the subclass names. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PostgresLockServiceContract extends LockServiceContract {

    private final PostgresServer server;
    private HikariDataSource pool;

    PostgresLockServiceContract(PostgresServer server) {
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
}
