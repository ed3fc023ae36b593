package dev.lockproof.benchmarks.postgres;

import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.benchmarks.locks.AccountRepository;
import dev.lockproof.benchmarks.locks.Locking;
import dev.lockproof.benchmarks.locks.ProviderLocks;
import dev.lockproof.benchmarks.locks.RepositorySections;
import dev.lockproof.benchmarks.locks.ServiceLocks;
import dev.lockproof.benchmarks.locks.ShedLocks;
import dev.lockproof.benchmarks.locks.SpringLocks;
import dev.lockproof.benchmarks.network.Library;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.postgres.AdvisoryLockProvider;
import dev.lockproof.postgres.PostgresLockProvider;
import dev.lockproof.spi.LockProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.springframework.jdbc.core.JdbcTemplate;

/** The libraries on one database with {@link PostgresTables}. Every client has a pool of the same size. */
final class PostgresLibraries {

    private static final long SHEDLOCK_PAUSE_MILLIS = 10;

    /** In a competition, whoever is served last waits for all the others. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String url;
    private final int poolSize;

    PostgresLibraries(String url, int poolSize) {
        this.url = url;
        this.poolSize = poolSize;
    }

    /** All of them; the floor is two statements. */
    List<Library> all() {
        return List.of(
                library("raw statements", RawLeases::new),
                library("`SELECT … FOR UPDATE`", TransactionLocks::forUpdate),
                library("advisory lock", TransactionLocks::advisory),
                library("Spring `JdbcLockRegistry`", PostgresLibraries::spring),
                library("ShedLock `JdbcTemplateLockProvider`", PostgresLibraries::shedLock),
                library(
                        "Lockproof, `PostgresLockProvider` alone",
                        pool -> new ProviderLocks(PostgresLockProvider.of(pool))),
                library("Lockproof, `LockService` on a lease table", pool -> service(PostgresLockProvider.of(pool))),
                library(
                        "Lockproof, `AdvisoryLockProvider` alone",
                        pool -> new ProviderLocks(AdvisoryLockProvider.of(pool))));
    }

    /** Those whose sections read and write a row; the floor is one transaction. */
    List<Library> withRows() {
        return List.of(
                library("`SELECT … FOR UPDATE`, `UPDATE`", TransactionLocks::readAndWrite),
                library("Lockproof, lease table", pool -> rows(pool, PostgresLockProvider.of(pool))),
                library("Lockproof, unlogged lease table", pool -> rows(pool, PostgresTables.unlogged(pool))),
                library("Lockproof, advisory locks", pool -> rows(pool, AdvisoryLockProvider.of(pool))));
    }

    /** Those that wait, or can be asked again; the floor is the server's own queue. */
    List<Library> waiting() {
        return List.of(
                library("advisory lock", TransactionLocks::advisory),
                library("`SELECT … FOR UPDATE`", TransactionLocks::forUpdate),
                library("Spring `JdbcLockRegistry`, which asks every 100 ms", PostgresLibraries::spring),
                library("ShedLock, asked every " + SHEDLOCK_PAUSE_MILLIS + " ms", PostgresLibraries::shedLock),
                library("Lockproof, lease table", pool -> service(PostgresLockProvider.of(pool))),
                library("Lockproof, unlogged lease table", pool -> service(PostgresTables.unlogged(pool))),
                library("Lockproof, advisory locks", pool -> service(AdvisoryLockProvider.of(pool))));
    }

    private Library library(String label, Function<DataSource, Locking> open) {
        return new Library(label, () -> Pool.open(url, poolSize, open));
    }

    private static Locking spring(DataSource pool) {
        return new SpringLocks(SpringRegistry.of(pool));
    }

    private static Locking shedLock(DataSource pool) {
        JdbcTemplateLockProvider.Configuration configuration = JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(pool))
                .usingDbTime()
                .build();
        return new ShedLocks(
                new JdbcTemplateLockProvider(configuration),
                () -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SHEDLOCK_PAUSE_MILLIS)));
    }

    private static Locking service(LockProvider provider) {
        return new ServiceLocks(LockService.builder(provider)
                .options(LockOptions.DEFAULTS.withTimeout(PATIENCE))
                .build());
    }

    private static Locking rows(DataSource pool, LockProvider provider) {
        LockService locks = LockService.of(provider);
        return new RepositorySections(new AccountRepository(JdbcStore.of(pool), locks), locks);
    }
}
