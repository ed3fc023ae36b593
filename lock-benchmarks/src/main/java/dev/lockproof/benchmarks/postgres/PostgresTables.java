package dev.lockproof.benchmarks.postgres;

import dev.lockproof.LockService;
import dev.lockproof.benchmarks.locks.AccountRepository;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.postgres.AdvisoryLockProvider;
import dev.lockproof.postgres.PostgresLockProvider;
import javax.sql.DataSource;

/** The tables of all libraries. */
final class PostgresTables {

    private static final String UNLOGGED_LEASES = "unlogged_lease";

    private static final String SHEDLOCK = """
            CREATE TABLE IF NOT EXISTS shedlock (
              name varchar(64) PRIMARY KEY,
              lock_until timestamp NOT NULL,
              locked_at timestamp NOT NULL,
              locked_by varchar(255) NOT NULL)""";

    private PostgresTables() {}

    static void create(DataSource dataSource) {
        Sql.execute(dataSource, RawLeases.TABLE, TransactionLocks.TABLE, SpringRegistry.TABLE, SHEDLOCK);
        try (AdvisoryLockProvider advisory = AdvisoryLockProvider.of(dataSource);
                PostgresLockProvider unlogged = unlogged(dataSource)) {
            advisory.createMissingTable();
            unlogged.createMissingTable();
        }
        Sql.execute(dataSource, "ALTER TABLE " + UNLOGGED_LEASES + " SET UNLOGGED");
        PostgresLockProvider logged = PostgresLockProvider.of(dataSource);
        try (LockService locks = LockService.of(logged)) {
            logged.createMissingTable();
            JdbcStore store = JdbcStore.of(dataSource);
            AccountRepository unused = new AccountRepository(store, locks);
            store.createMissingTables();
        }
    }

    /** Makes a provider whose leases are lost in a crash of the server, as are nobody's rows. */
    static PostgresLockProvider unlogged(DataSource dataSource) {
        return PostgresLockProvider.builder(dataSource).table(UNLOGGED_LEASES).build();
    }
}
