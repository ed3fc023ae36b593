package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each thing that can be wrong with a database has a message that says what to do. */
@Timeout(60)
class BackendFailureTest {

    private static final LockKey KEY = new LockKey("Account:42");
    private static final Duration TTL = Duration.ofSeconds(30);

    private final HikariDataSource pool = Servers.pool(PostgresServer.shared());

    @AfterEach
    void close() {
        pool.close();
    }

    private static Attempt acquire(PostgresLockProvider provider) {
        return provider.tryAcquire(KEY, OwnerId.random(), TTL);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(DataSource dataSource) {
        return assertRefused(PostgresLockProvider.builder(dataSource));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(PostgresLockProviderBuilder builder) {
        try (PostgresLockProvider provider = builder.build()) {
            return assertThatThrownBy(() -> acquire(provider))
                    .isInstanceOfSatisfying(
                            LockBackendException.class,
                            e -> assertThat(e.isOutcomeKnown()).isTrue())
                    .hasMessageContaining("Account:42")
                    .hasMessageNotContaining("password=");
        }
    }

    private void createTable() {
        try (PostgresLockProvider provider = PostgresLockProvider.of(pool)) {
            provider.createMissingTable();
        }
    }

    private DataSource as(String role) {
        return as(role, role);
    }

    private DataSource as(String role, String password) {
        return PostgresServer.dataSource(pool.getJdbcUrl()
                .replaceAll("user=[^&]*", "user=" + role)
                .replaceAll("password=[^&]*", "password=" + password));
    }

    @Test
    void aMissingTableIsNamedWithTheStatementThatCreatesIt() {
        assertRefused(pool)
                .hasMessageContaining("lockproof_lease")
                .hasMessageContaining("CREATE TABLE IF NOT EXISTS")
                .hasMessageContaining("createMissingTable()");
    }

    @Test
    void aTableOfAnotherShapeIsNamed() {
        Servers.execute(pool, "CREATE TABLE lockproof_lease (lock_key text PRIMARY KEY)");
        assertRefused(pool).hasMessageContaining("is not as this version needs it");
    }

    @Test
    void aMissingPermissionIsNamedWithItsGrant() {
        createTable();
        String role = "reader" + OwnerId.random();
        Servers.execute(pool, "CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
        Servers.execute(pool, "GRANT SELECT ON lockproof_lease TO " + role);
        assertRefused(as(role)).hasMessageContaining("GRANT SELECT, INSERT, UPDATE, DELETE ON \"lockproof_lease\"");
        Servers.execute(pool, "GRANT SELECT, INSERT, UPDATE, DELETE ON lockproof_lease TO " + role);
        try (PostgresLockProvider provider = PostgresLockProvider.of(as(role))) {
            assertThat(acquire(provider)).isInstanceOf(Attempt.Granted.class);
        }
    }

    @Test
    void aReadOnlySessionIsToldToGoToThePrimary() {
        createTable();
        DataSource readOnly =
                PostgresServer.dataSource(pool.getJdbcUrl() + "&options=-c%20default_transaction_read_only=on");
        assertRefused(readOnly).hasMessageContaining("targetServerType=primary");
    }

    @Test
    void anExhaustedPoolIsNamed() throws Exception {
        createTable();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource small = new HikariDataSource(config);
                Connection taken = small.getConnection()) {
            assertThat(taken.isClosed()).isFalse();
            assertRefused(small).hasMessageContaining("If the pool is exhausted, enlarge it");
        }
    }

    @Test
    void aServerThatIsTooOldIsNamed() {
        PostgresLockProviderBuilder builder = PostgresLockProvider.builder(pool);
        builder.oldestMajor = 99;
        assertRefused(builder).hasMessageContaining("too old").hasMessageContaining("Upgrade it to 99");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        DataSource nowhere = PostgresServer.dataSource("jdbc:postgresql://localhost:1/db?user=u&password=geheim");
        assertRefused(nowhere)
                .hasMessageContaining("Check that the server runs")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aWrongPasswordIsNotRepeatedInTheMessage() {
        DataSource wrong = as("nobody" + OwnerId.random(), "geheim");
        assertRefused(wrong).hasMessageNotContaining("geheim");
    }

    @Test
    void aStatementTimeoutLeavesNothingChanged() throws Exception {
        createTable();
        DataSource hasty = PostgresServer.dataSource(pool.getJdbcUrl() + "&options=-c%20statement_timeout=100");
        try (Connection blocker = pool.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE lockproof_lease");
            assertRefused(hasty).hasMessageContaining("statement_timeout");
            blocker.rollback();
        }
    }

    @Test
    void aConnectionInsideATransactionIsRefused() throws Exception {
        createTable();
        try (Connection callers = pool.getConnection()) {
            callers.setAutoCommit(false);
            callers.createStatement().execute("SELECT 1");
            assertRefused(Servers.always(callers)).hasMessageContaining("inside a transaction");
            callers.rollback();
        }
    }

    @Test
    void aPoolWithoutAutocommitAndWithAnotherIsolationWorksToo() {
        createTable();
        try (HikariDataSource strict = Servers.strictPool(pool.getJdbcUrl());
                PostgresLockProvider one = PostgresLockProvider.of(strict);
                PostgresLockProvider two = PostgresLockProvider.of(strict)) {
            long last = 0;
            for (int i = 0; i < 20; i++) {
                var lease = ((Attempt.Granted) acquire(one)).lease();
                assertThat(lease.token()).isGreaterThan(last);
                last = lease.token();
                assertThat(acquire(two)).isInstanceOf(Attempt.Busy.class);
                one.release(lease);
            }
        }
    }
}
