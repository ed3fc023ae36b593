package dev.lockproof.samples.smallbank;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.postgres.PostgresLockProvider;
import dev.lockproof.redis.RedisLockProvider;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.LockProvider;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows and the locks of one process, and its connections to them. */
final class Backend implements AutoCloseable {

    /** Where the rows are. */
    enum Rows {
        MEMORY,
        H2,
        POSTGRES;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Where the locks are. */
    enum Leases {
        MEMORY,
        POSTGRES,
        REDIS;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(1);

    private final EntityStore store;
    private final LockService locks;
    private final @Nullable HikariDataSource pool;

    private Backend(EntityStore store, LockService locks, @Nullable HikariDataSource pool) {
        this.store = store;
        this.locks = locks;
        this.pool = pool;
    }

    /** Keeps everything in memory. */
    static Backend inMemory() {
        return new Backend(InMemoryStore.create(), LockService.of(InMemoryLockProvider.create()), null);
    }

    /**
     * Connects to a database.
     *
     * @param name how the process calls itself there
     * @param threads how many threads use it
     */
    static Backend connect(Addresses addresses, String name, int threads, LockOptions options) {
        HikariDataSource pool = pool(addresses.rows(), name, threads);
        LockService locks = LockService.builder(provider(addresses, name, pool))
                .options(options)
                .build();
        return new Backend(JdbcStore.of(pool), locks, pool);
    }

    private static LockProvider provider(Addresses addresses, String name, HikariDataSource pool) {
        return switch (addresses.leases()) {
            case MEMORY -> InMemoryLockProvider.create();
            case POSTGRES -> {
                PostgresLockProvider provider = PostgresLockProvider.of(pool);
                provider.createMissingTable();
                yield provider;
            }
            case REDIS ->
                RedisLockProvider.builder(Objects.requireNonNull(addresses.locks()))
                        .processName(name)
                        .timeout(REDIS_TIMEOUT)
                        .build();
        };
    }

    /** A thread has at most two connections at a time: one for its transaction, one for the lock. */
    private static HikariDataSource pool(String url, String name, int threads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMaximumPoolSize(2 * threads + 2);
        config.setConnectionTimeout(5_000);
        if (url.startsWith("jdbc:postgresql:")) {
            config.addDataSourceProperty("ApplicationName", name);
        }
        return new HikariDataSource(config);
    }

    EntityStore store() {
        return store;
    }

    LockService locks() {
        return locks;
    }

    /** Makes the tables that are missing, of the repositories that were made. */
    void createMissingTables() {
        if (store instanceof JdbcStore jdbc) {
            jdbc.createMissingTables();
        }
    }

    @Override
    public void close() {
        locks.close();
        if (pool != null) {
            pool.close();
        }
    }
}
