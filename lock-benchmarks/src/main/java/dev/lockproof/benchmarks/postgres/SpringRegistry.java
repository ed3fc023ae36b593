package dev.lockproof.benchmarks.postgres;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Makes Spring Integration's registry as its manual says for PostgreSQL, but without an application context. */
final class SpringRegistry {

    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS int_lock (
              lock_key char(36) NOT NULL,
              region varchar(100) NOT NULL,
              client_id char(36),
              created_date timestamp NOT NULL,
              expired_after timestamp NOT NULL,
              PRIMARY KEY (lock_key, region))""";

    private SpringRegistry() {}

    /** A waiter asks every 100 ms, as is the default. */
    static JdbcLockRegistry of(DataSource dataSource) {
        DefaultLockRepository repository = new DefaultLockRepository(dataSource);
        repository.setTransactionManager(new JdbcTransactionManager(dataSource));
        repository.setInsertQuery(repository.getInsertQuery() + " ON CONFLICT DO NOTHING");
        repository.afterPropertiesSet();
        repository.afterSingletonsInstantiated();
        return new JdbcLockRegistry(repository, Duration.ofSeconds(30));
    }
}
