package dev.lockproof.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.spi.LockProvider;
import dev.lockproof.testservers.PostgresServer;
import java.util.function.Function;
import javax.sql.DataSource;

/** Makes the providers of one test class, all on a database of its own, which has their table. */
final class Providers implements AutoCloseable {

    private final HikariDataSource pool;
    private final Function<DataSource, LockProvider> connect;

    private Providers(HikariDataSource pool, Function<DataSource, LockProvider> connect) {
        this.pool = pool;
        this.connect = connect;
    }

    static Providers ofLeases(PostgresServer server) {
        HikariDataSource pool = Servers.pool(server);
        try (PostgresLockProvider provider = PostgresLockProvider.of(pool)) {
            provider.createMissingTable();
        }
        return new Providers(pool, PostgresLockProvider::of);
    }

    /** Each lock that is held has a connection of its own. */
    static Providers ofAdvisoryLocks(PostgresServer server) {
        HikariDataSource pool = Servers.pool(server.createDatabase(), 60);
        try (AdvisoryLockProvider provider = AdvisoryLockProvider.of(pool)) {
            provider.createMissingTable();
        }
        return new Providers(pool, AdvisoryLockProvider::of);
    }

    LockProvider connect() {
        return connect.apply(pool);
    }

    void execute(String sql) {
        Servers.execute(pool, sql);
    }

    @Override
    public void close() {
        pool.close();
    }
}
