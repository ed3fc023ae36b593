package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.AbstractRepository;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.JoinedAttempt;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountMapping;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.Found;
import dev.lockproof.test.entities.Held;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import dev.lockproof.testservers.PostgresServer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A lease table and rows behind one data source, and what the server counts of the statements about them. */
abstract class JoinedClaimFixture {

    static final int ROUNDS = 20;
    static final Duration TTL = Duration.ofSeconds(30);
    static final LockOptions PATIENT = LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(30));

    final HikariDataSource pool;
    final JdbcStore store;
    final PostgresLockProvider provider;
    final LockService locks;
    final AccountRepository accounts;

    JoinedClaimFixture(PostgresServer server) {
        pool = Servers.pool(server);
        store = JdbcStore.of(pool);
        provider = PostgresLockProvider.of(pool);
        locks = LockService.of(provider);
        accounts = new AccountRepository(store, locks);
    }

    @BeforeEach
    void begin() {
        provider.createMissingTable();
        store.createMissingTables();
        Servers.execute(pool, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        accounts.save(new Account("a", "Ann", 100));
        forgetStatements();
    }

    @AfterEach
    void end() {
        locks.close();
        provider.close();
        pool.close();
    }

    static final class Samples extends AbstractRepository<Sample, Long, Found<Sample>, Held<Sample>> {

        Samples(JdbcStore store, LockService locks) {
            super(SampleMapping.INSTANCE, store, locks);
        }
    }

    long balanceUnderLock() {
        return balanceUnderLock(accounts);
    }

    static long balanceUnderLock(AccountRepository accounts) {
        try (LockedAccount account = accounts.lock("a", PATIENT)) {
            return account.getBalance();
        }
    }

    JoinedClaim claimOfA() {
        return Objects.requireNonNull(store.joinedClaim(AccountMapping.INSTANCE, "a"));
    }

    <T, ID> JoinedAttempt joined(EntityMapping<T, ID, ?, ?> mapping, ID id, OwnerId owner) {
        JoinedClaim claim = Objects.requireNonNull(store.joinedClaim(mapping, id));
        return Objects.requireNonNull(provider.tryAcquireAndClaim(mapping.lockKey(id), owner, TTL, claim));
    }

    void prepare(EntityMapping<?, ?, ?, ?> mapping) {
        store.announce(mapping);
        store.createMissingTables();
        store.checkTables();
    }

    void assertOneStep() {
        assertThat(acquisitionsWithRow()).isEqualTo(1);
        assertThat(acquisitions()).isEqualTo(1);
        assertThat(storesClaims()).isZero();
    }

    void assertTwoSteps() {
        assertThat(acquisitionsWithRow()).isZero();
        assertThat(acquisitions()).isEqualTo(1);
        assertThat(storesClaims()).isEqualTo(1);
    }

    void assertTwoSteps(JdbcStore other) {
        AccountRepository elsewhere = new AccountRepository(other, locks);
        other.checkTables();
        forgetStatements();
        try (LockedAccount account = elsewhere.lock("a")) {
            assertThat(account.getBalance()).isEqualTo(100);
        }
        assertTwoSteps();
    }

    int acquisitions() {
        return calls("WITH lockproof_granted AS%");
    }

    int acquisitionsWithRow() {
        return calls("WITH lockproof_granted AS%lockproof_updated AS%");
    }

    int storesClaims() {
        return calls("update \"account\" set \"lock_fence\"%");
    }

    int calls(String query) {
        return Servers.calls(pool, query);
    }

    List<String> otherStatements() {
        return Servers.query(
                pool,
                "SELECT query FROM pg_stat_statements"
                        + " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND query !~* '^(WITH (lockproof_granted|released) AS|SET extra_float_digits"
                        + "|SET application_name|SHOW TRANSACTION|SELECT coalesce|SELECT query"
                        + "|SELECT pg_stat_statements_reset)'");
    }

    void forgetStatements() {
        Servers.query(
                pool, "SELECT pg_stat_statements_reset(0, oid, 0) FROM pg_database WHERE datname = current_database()");
    }

    int waitingStatements() {
        return count("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    }

    int acquisitionsUnderWay() {
        return count("pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                + " AND query LIKE 'WITH lockproof_granted%'");
    }

    int waiters() {
        return count("lockproof_lease WHERE cardinality(waiters) > 0");
    }

    int count(String from) {
        return Integer.parseInt(
                Servers.query(pool, "SELECT count(*) FROM " + from).get(0));
    }

    @Nullable
    String holderOf(String key) {
        List<String> holders = Servers.query(pool, "SELECT holder FROM lockproof_lease WHERE lock_key = '" + key + "'");
        return holders.isEmpty() ? null : holders.get(0);
    }

    long fence() {
        return Long.parseLong(
                Servers.query(pool, "SELECT lock_fence FROM account").get(0));
    }

    /** Gives a connection with a transaction that has done something, to be committed. */
    Connection blocker(String sql) throws Exception {
        Connection blocker = pool.getConnection();
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute(sql);
        }
        return blocker;
    }
}
