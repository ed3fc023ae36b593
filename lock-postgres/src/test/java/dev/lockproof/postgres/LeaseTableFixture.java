package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Holder;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.PostgresServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Two processes, as it were, that have their leases in one table. */
@Timeout(60)
abstract class LeaseTableFixture {

    static final LockKey KEY = new LockKey("Account:42");
    static final Duration TTL = Duration.ofSeconds(30);

    final HikariDataSource pool = Servers.pool(PostgresServer.shared());
    final PostgresLockProvider provider = PostgresLockProvider.of(pool);
    final PostgresLockProvider other = PostgresLockProvider.of(pool);

    @BeforeEach
    void createTable() {
        provider.createMissingTable();
    }

    @AfterEach
    void close() {
        provider.close();
        other.close();
        pool.close();
    }

    Lease acquire(PostgresLockProvider from) {
        return granted(from.tryAcquire(KEY, OwnerId.random(), TTL));
    }

    static Lease granted(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Granted.class);
        return ((Attempt.Granted) attempt).lease();
    }

    List<String> query(String sql) {
        return Servers.query(pool, sql);
    }

    LeaseTable table() {
        Database database = new Database(pool, new Failures("t", "c"), TTL, 14);
        return new LeaseTable(database, LeaseSql.of("lockproof_lease"), Holder.ofThisProcess());
    }
}
