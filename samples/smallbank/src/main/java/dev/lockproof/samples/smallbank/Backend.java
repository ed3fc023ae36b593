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
import dev.lockproof.redis.RedisLockProviderBuilder;
import dev.lockproof.redis.RedlockProvider;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.LockProvider;
import java.time.Duration;
import java.util.List;
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
        /** One server, or the primary that Sentinels name. */
        REDIS,
        REDIS_SENTINEL,
        REDIS_CLUSTER,
        REDLOCK;

        boolean areInRedis() {
            return this != MEMORY && this != POSTGRES;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
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
            case REDIS, REDIS_SENTINEL ->
                redis(RedisLockProvider.builder(addresses.locksUris().get(0)), name);
            case REDIS_CLUSTER -> {
                List<String> uris = addresses.locksUris();
                yield redis(RedisLockProvider.clusterBuilder(uris.get(0), others(uris, 1)), name);
            }
            case REDLOCK -> {
                List<String> uris = addresses.locksUris();
                yield RedlockProvider.builder(uris.get(0), uris.get(1), uris.get(2), others(uris, 3))
                        .processName(name)
                        .build();
            }
        };
    }

    private static LockProvider redis(RedisLockProviderBuilder builder, String name) {
        return builder.processName(name).timeout(REDIS_TIMEOUT).build();
    }

    private static String[] others(List<String> uris, int after) {
        return uris.subList(after, uris.size()).toArray(String[]::new);
    }

    /** A thread has at most two connections at a time: one for its transaction, one for the lock. */
    private static HikariDataSource pool(String url, String name, int threads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMaximumPoolSize(2 * threads + 2);
        config.setConnectionTimeout(5_000);
        if (name.startsWith(Cluster.PROCESS)) {
            config.setInitializationFailTimeout(30_000); // it may be started while the server is
        }
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
