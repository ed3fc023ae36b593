package dev.lockproof.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.AbstractRepository;
import dev.lockproof.EntityNotFoundException;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.jdbc.ConnectionSource;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.EntityMapping;
import dev.lockproof.spi.JoinedAttempt;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountMapping;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.Found;
import dev.lockproof.test.entities.Held;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import dev.lockproof.test.entities.Seat;
import dev.lockproof.test.entities.SeatMapping;
import dev.lockproof.testservers.Await;
import dev.lockproof.testservers.PostgresServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a lock and its row are in one statement, where leases and rows are reached through one data source. */
@Timeout(60)
abstract class JoinedClaimContract {

    private static final int ROUNDS = 20;
    private static final Duration TTL = Duration.ofSeconds(30);
    private static final LockOptions PATIENT = LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(30));

    private final HikariDataSource pool;
    private final JdbcStore store;
    private final PostgresLockProvider provider;
    private final LockService locks;
    private final AccountRepository accounts;

    JoinedClaimContract(PostgresServer server) {
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

    // WHAT IT COSTS

    @Test
    void aLockWithItsRowIsOneStatementAndItsReleaseAnother() {
        for (int i = 0; i < ROUNDS; i++) {
            try (LockedAccount account = accounts.lock("a")) {
                assertThat(account.getBalance()).isEqualTo(100);
            }
            Await.until("the release is sent", () -> provider.size() == 0);
        }
        assertThat(acquisitionsWithRow()).isEqualTo(ROUNDS);
        assertThat(calls("WITH released AS%")).isEqualTo(ROUNDS);
        assertThat(otherStatements()).as("nothing else, such as BEGIN or SET").isEmpty();
    }

    @Test
    void theFirstLockOfAnEntityIsTakenByTwoStatementsAfterALookAtTheTable() {
        AccountRepository fresh = new AccountRepository(JdbcStore.of(pool), locks);
        fresh.lock("a").close();
        assertTwoSteps();
        fresh.lock("a").close();
        assertThat(acquisitionsWithRow()).isEqualTo(1);
    }

    @Test
    void whatWasFoundIsLockedInOneStatement() {
        try (LockedAccount account = locks.acquire(accounts.require("a"))) {
            assertThat(account.getBalance()).isEqualTo(100);
        }
        assertOneStep();
    }

    @Test
    void anAttemptIsOneStatementToo() {
        try (LockedAccount account = Objects.requireNonNull(accounts.tryLock("a"))) {
            account.deposit(1);
            accounts.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
        assertOneStep();
    }

    @Test
    void aLockUnderAKeyOfTheProgramIsOneStatementToo() {
        LockKey key = new LockKey("everything");
        try (LockedAccount account = accounts.lock("a", LockOptions.DEFAULTS.withKey(key))) {
            account.deposit(1);
            accounts.save(account);
            assertThat(holderOf("everything")).isNotNull();
            assertThat(fence()).isEqualTo(account.lock().token());
        }
        assertOneStep();
    }

    @Test
    void whoWaitsGetsTheRowWithTheLock() {
        try (PostgresLockProvider otherProcess = PostgresLockProvider.of(pool);
                LockService otherLocks = LockService.of(otherProcess)) {
            AccountRepository others = new AccountRepository(store, otherLocks);
            FutureTask<Long> waiting;
            try (LockedAccount account = others.lock("a")) {
                waiting = start(this::balanceUnderLock);
                Await.until("it waits", () -> waiters() == 1);
                account.deposit(11);
                others.save(account);
            }
            assertThat(resultOf(waiting)).isEqualTo(111);
        }
        assertThat(storesClaims()).isZero();
    }

    // WHAT IS READ

    /** The statement is older than the write: its snapshot has the balance of before. */
    @Test
    void theRowIsReadAfterTheLeaseWasGranted() throws Exception {
        accounts.lock("a").close();
        Await.until("the release is sent", () -> provider.size() == 0);
        forgetStatements();
        FutureTask<Long> later;
        try (Connection blocker = blocker("UPDATE lockproof_lease SET acquired_at = acquired_at")) {
            later = start(this::balanceUnderLock);
            Await.until("the statement waits for the lease", () -> waitingStatements() == 1);
            Servers.execute(pool, "UPDATE account SET balance = 111, lock_fence = lock_fence + 1");
            blocker.commit();
        }
        assertThat(resultOf(later)).isEqualTo(111);
        assertThat(acquisitionsWithRow()).isEqualTo(1);
        assertThat(storesClaims())
                .as("the newest version was claimed in the statement")
                .isZero();
    }

    @Test
    void aRowThatIsReplacedWhileTheStatementWaitsIsClaimedAfterwards() throws Exception {
        accounts.lock("a").close();
        Await.until("the release is sent", () -> provider.size() == 0);
        FutureTask<Long> later;
        try (Connection blocker = blocker("UPDATE lockproof_lease SET acquired_at = acquired_at")) {
            later = start(this::balanceUnderLock);
            Await.until("the statement waits for the lease", () -> waitingStatements() == 1);
            accounts.deleteById("a");
            accounts.save(new Account("a", "Bob", 500));
            blocker.commit();
        }
        assertThat(resultOf(later)).isEqualTo(500);
    }

    @Test
    void theRowIsClaimedUnderTheTokenOfTheLease() {
        try (LockedAccount account = accounts.lock("a")) {
            assertThat(fence()).isEqualTo(account.lock().token());
            account.deposit(1);
            accounts.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
        assertOneStep();
    }

    @Test
    void everyKindOfValueIsRead() {
        Sample sample = new Sample(
                7,
                Map.of(
                        SampleMapping.STRING,
                        "text",
                        SampleMapping.BOOLEAN,
                        true,
                        SampleMapping.CHARACTER,
                        'x',
                        SampleMapping.DECIMAL,
                        new BigDecimal("1.50"),
                        SampleMapping.BYTES,
                        new byte[] {1, 2},
                        SampleMapping.INSTANT,
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        SampleMapping.LOCAL_DATE,
                        LocalDate.of(2026, 3, 1),
                        SampleMapping.COLOR,
                        Sample.Color.GREEN));
        Row stored = SampleMapping.INSTANCE.row(sample);
        prepare(SampleMapping.INSTANCE);
        store.insert(SampleMapping.INSTANCE, stored);
        assertThat(joined(SampleMapping.INSTANCE, 7L, OwnerId.random()).row()).isEqualTo(stored);
    }

    @Test
    void anIdOfSeveralColumnsIsFound() {
        Seat.Place place = new Seat.Place("hall's", "row \"7\"");
        Row stored = SeatMapping.INSTANCE.row(new Seat(place, true));
        prepare(SeatMapping.INSTANCE);
        store.insert(SeatMapping.INSTANCE, stored);
        store.insert(SeatMapping.INSTANCE, SeatMapping.INSTANCE.row(new Seat(new Seat.Place("hall's", "8"), false)));
        assertThat(joined(SeatMapping.INSTANCE, place, OwnerId.random()).row()).isEqualTo(stored);
    }

    @Test
    void noUpdateIsLost() throws Exception {
        try (PostgresLockProvider otherProcess = PostgresLockProvider.of(pool);
                LockService otherLocks = LockService.of(otherProcess)) {
            AccountRepository others = new AccountRepository(store, otherLocks);
            List<FutureTask<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                AccountRepository mine = i % 2 == 0 ? accounts : others;
                tasks.add(start(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        try (LockedAccount account = mine.lock("a", PATIENT)) {
                            account.deposit(1);
                            mine.save(account);
                        }
                    }
                    return ROUNDS;
                }));
            }
            int sum = tasks.stream().mapToInt(JoinedClaimContract::resultOf).sum();
            assertThat(accounts.require("a").getBalance()).isEqualTo(100 + sum);
        }
    }

    // WHAT IS NOT CLAIMED

    @Test
    void aMissingRowLeavesTheLockFree() {
        assertThatThrownBy(() -> accounts.lock("gone").close())
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Account:gone");
        Await.until("the lock is free", () -> holderOf("Account:gone") == null);
        assertThat(acquisitionsWithRow()).isEqualTo(1);
    }

    @Test
    void aTokenThatTheRowHasSeenIsRaised() {
        long ahead = 4_000_000_000_000_000_000L;
        Servers.execute(pool, "UPDATE account SET lock_fence = " + ahead);
        try (LockedAccount account = accounts.lock("a")) {
            assertThat(account.lock().token()).isGreaterThan(ahead);
            account.deposit(1);
            accounts.save(account);
        }
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
    }

    @Test
    void aBusyLeaseLeavesTheRowAlone() {
        long before;
        try (LockedAccount held = accounts.lock("a");
                PostgresLockProvider otherProcess = PostgresLockProvider.of(pool)) {
            before = held.lock().token();
            JoinedAttempt attempt = Objects.requireNonNull(
                    otherProcess.tryAcquireAndClaim(held.lockKey(), OwnerId.random(), TTL, claimOfA()));
            assertThat(attempt.row()).isNull();
            assertThat(attempt.attempt())
                    .isInstanceOfSatisfying(
                            Attempt.Busy.class,
                            busy -> assertThat(busy.holder()).isNotNull());
        }
        assertThat(fence()).isEqualTo(before);
    }

    @Test
    void anOwnerThatAsksAgainGetsItsTokenAndNoRow() {
        OwnerId owner = OwnerId.random();
        JoinedAttempt first = provider.tryAcquireAndClaim(new LockKey("Account:a"), owner, TTL, claimOfA());
        JoinedAttempt again = provider.tryAcquireAndClaim(new LockKey("Account:a"), owner, TTL, claimOfA());
        assertThat(Objects.requireNonNull(first).row()).isNotNull();
        assertThat(again).isEqualTo(new JoinedAttempt(first.attempt(), null));
    }

    /** The lease is there for all to see meanwhile, as it is when the store claims. */
    @Test
    void aTransactionThatHasTheRowKeepsNobodyFromAskingForTheLease() throws Exception {
        FutureTask<Long> holder;
        try (Connection blocker = blocker("UPDATE account SET balance = 111");
                PostgresLockProvider otherProcess = PostgresLockProvider.of(pool);
                LockService otherLocks = LockService.of(otherProcess)) {
            holder = start(this::balanceUnderLock);
            Await.until("the claim waits for the row", () -> waitingStatements() == 1);
            assertThat(acquisitionsUnderWay()).isZero();
            assertThat(new AccountRepository(store, otherLocks).tryLock("a")).isNull();
            assertThat(holderOf("Account:a")).isNotNull();
            blocker.commit();
        }
        assertThat(resultOf(holder)).isEqualTo(111);
    }

    /** The statement is given up in time, so that it isn't carried out when nobody knows of it any more. */
    @Test
    void aTableThatIsChangedForLongerIsWaitedForByTheClaimAlone() throws Exception {
        try (PostgresLockProvider hasty = PostgresLockProvider.builder(pool)
                        .timeout(Duration.ofSeconds(6))
                        .build();
                LockService hastyLocks = LockService.of(hasty)) {
            AccountRepository hastyAccounts = new AccountRepository(store, hastyLocks);
            FutureTask<Long> holder;
            try (Connection blocker = blocker("LOCK TABLE account IN ACCESS EXCLUSIVE MODE")) {
                holder = start(() -> balanceUnderLock(hastyAccounts));
                Await.until("the lease is there", () -> holderOf("Account:a") != null);
                Await.until("the claim waits for the table", () -> waitingStatements() == 1);
                assertThat(acquisitionsUnderWay()).isZero();
                blocker.commit();
            }
            assertThat(resultOf(holder)).isEqualTo(100);
        }
    }

    // WHO CLAIMS BY TWO STATEMENTS

    @Test
    void insideATransactionTheStoreClaims() {
        store.inTransaction(() -> {
            try (LockedAccount account = accounts.lock("a")) {
                account.deposit(1);
                accounts.save(account);
            }
        });
        assertTwoSteps();
        assertThat(accounts.require("a").getBalance()).isEqualTo(101);
    }

    @Test
    void onAnotherDataSourceTheStoreClaims() {
        try (HikariDataSource other = Servers.pool(pool.getJdbcUrl(), 2)) {
            assertTwoSteps(JdbcStore.of(other));
        }
    }

    @Test
    void onConnectionsOfTheProgramTheStoreClaims() {
        ConnectionSource own = pool::getConnection;
        assertTwoSteps(JdbcStore.builder(own).build());
    }

    @Test
    void onAnotherDatabaseTheStoreClaims() {
        try (HikariDataSource h2 = Servers.pool("jdbc:h2:mem:" + OwnerId.random() + ";DB_CLOSE_DELAY=-1", 2)) {
            JdbcStore other = JdbcStore.of(h2);
            AccountRepository elsewhere = new AccountRepository(other, locks);
            other.createMissingTables();
            elsewhere.save(new Account("a", "Eve", 1));
            for (int i = 0; i < 2; i++) {
                assertThat(balanceUnderLock(elsewhere)).isEqualTo(1);
            }
        }
        assertThat(acquisitions()).isEqualTo(2);
        assertThat(acquisitionsWithRow()).isZero();
    }

    @Test
    void severalLocksAreClaimedWhenAllAreHeld() {
        accounts.save(new Account("b", "Bob", 1));
        var both = locks.acquireBoth(accounts.require("a"), accounts.require("b"));
        assertThat(both.first().getBalance() + both.second().getBalance()).isEqualTo(101);
        both.close();
        assertThat(acquisitionsWithRow()).isZero();
        assertThat(storesClaims()).isEqualTo(2);
    }

    // WHAT FAILS

    @Test
    void aColumnThatIsMissingIsToldByTheStoreAndLeavesTheLockFree() {
        Servers.execute(pool, "ALTER TABLE account RENAME COLUMN owner TO was_owner");
        assertThatThrownBy(() -> accounts.lock("a").close())
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("alter table \"account\" add column \"owner\"")
                .hasMessageNotContaining("lockproof_lease");
        Await.until("the lock is free", () -> holderOf("Account:a") == null);
        Servers.execute(pool, "ALTER TABLE account RENAME COLUMN was_owner TO owner");
        accounts.lock("a").close();
        forgetStatements();
        accounts.lock("a").close();
        assertOneStep();
    }

    @Test
    void aMissingLeaseTableIsToldWithTheStatementThatCreatesIt() {
        Servers.execute(pool, "DROP TABLE lockproof_lease");
        assertThatThrownBy(() -> accounts.lock("a").close())
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("CREATE TABLE IF NOT EXISTS \"lockproof_lease\"");
    }

    @Test
    void aRightThatIsMissingOnTheEntitysTableIsToldByTheStore() {
        String role = "clerk" + OwnerId.random();
        Servers.execute(pool, "CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'");
        Servers.execute(pool, "GRANT SELECT, INSERT, UPDATE, DELETE ON lockproof_lease TO " + role);
        Servers.execute(pool, "GRANT SELECT ON account TO " + role);
        DataSource clerks = PostgresServer.dataSource(pool.getJdbcUrl()
                .replaceAll("user=[^&]*", "user=" + role)
                .replaceAll("password=[^&]*", "password=" + role));
        try (PostgresLockProvider clerksProvider = PostgresLockProvider.of(clerks);
                LockService clerksLocks = LockService.of(clerksProvider)) {
            JdbcStore clerksStore = JdbcStore.of(clerks);
            AccountRepository clerksAccounts = new AccountRepository(clerksStore, clerksLocks);
            clerksStore.checkTables();
            assertThatThrownBy(() -> clerksAccounts.lock("a").close())
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("grant select, insert, update and delete on the table account");
            Await.until("the lock is free", () -> holderOf("Account:a") == null);
        }
    }

    @Test
    void anIdThatTheDatabaseCannotKeepIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> accounts.lock("a\0b").close())
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("NUL");
        assertThat(acquisitions()).isZero();
    }

    @Test
    void aValueThatIsNoneOfItsTypeLeavesTheLockFree() {
        prepare(SampleMapping.INSTANCE);
        store.insert(SampleMapping.INSTANCE, SampleMapping.INSTANCE.row(new Sample(7, Map.of())));
        Servers.execute(pool, "ALTER TABLE sample ALTER COLUMN a_character TYPE text");
        Servers.execute(pool, "UPDATE sample SET a_character = 'two'");
        Samples samples = new Samples(store, locks);
        assertThatThrownBy(() -> samples.lock(7L).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a_character");
        Await.until("the lock is free", () -> holderOf("Sample:7") == null);
    }

    /** The statement was carried out, but nobody heard of it: the lease is the owner's, and the row has seen its token. */
    @Test
    void anAnswerThatIsLostIsNoLostLock() {
        AtomicBoolean isLost = new AtomicBoolean();
        DataSource lossy = Servers.losingAnswers(pool, "lockproof_updated", isLost);
        try (PostgresLockProvider lossyProvider = PostgresLockProvider.of(lossy);
                LockService lossyLocks = LockService.of(lossyProvider)) {
            JdbcStore lossyStore = JdbcStore.of(lossy);
            AccountRepository lossyAccounts = new AccountRepository(lossyStore, lossyLocks);
            lossyStore.checkTables();
            isLost.set(true);
            try (LockedAccount account = lossyAccounts.lock("a")) {
                assertThat(isLost).as("an answer was lost").isFalse();
                account.deposit(1);
                lossyAccounts.save(account);
                assertThat(fence()).isEqualTo(account.lock().token());
            }
            assertThat(accounts.require("a").getBalance()).isEqualTo(101);
        }
    }

    /** The statement that waited for the lease is refused by the server, as it has read what is not true any more, and repeated. */
    @Test
    void aPoolWithoutAutocommitAndWithAnotherIsolationWorksToo() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setMaximumPoolSize(4);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        try (HikariDataSource strict = new HikariDataSource(config);
                PostgresLockProvider strictProvider = PostgresLockProvider.of(strict);
                LockService strictLocks = LockService.of(strictProvider)) {
            AccountRepository strictAccounts = new AccountRepository(JdbcStore.of(strict), strictLocks);
            for (int i = 1; i <= ROUNDS; i++) {
                try (LockedAccount account = strictAccounts.lock("a")) {
                    account.deposit(1);
                    assertThat(strictAccounts.save(account).getBalance()).isEqualTo(100 + i);
                }
            }
            Await.until("the releases are sent", () -> strictProvider.size() == 0);
            forgetStatements();
            FutureTask<Long> later;
            try (Connection blocker = blocker("UPDATE lockproof_lease SET acquired_at = acquired_at")) {
                later = start(() -> balanceUnderLock(strictAccounts));
                Await.until("the statement waits for the lease", () -> waitingStatements() == 1);
                Servers.execute(pool, "UPDATE account SET balance = 111");
                blocker.commit();
            }
            assertThat(resultOf(later)).isEqualTo(111);
        }
        assertOneStep();
    }

    private static final class Samples extends AbstractRepository<Sample, Long, Found<Sample>, Held<Sample>> {

        Samples(JdbcStore store, LockService locks) {
            super(SampleMapping.INSTANCE, store, locks);
        }
    }

    private long balanceUnderLock() {
        return balanceUnderLock(accounts);
    }

    private static long balanceUnderLock(AccountRepository accounts) {
        try (LockedAccount account = accounts.lock("a", PATIENT)) {
            return account.getBalance();
        }
    }

    private JoinedClaim claimOfA() {
        return Objects.requireNonNull(store.joinedClaim(AccountMapping.INSTANCE, "a"));
    }

    private <T, ID> JoinedAttempt joined(EntityMapping<T, ID, ?, ?> mapping, ID id, OwnerId owner) {
        JoinedClaim claim = Objects.requireNonNull(store.joinedClaim(mapping, id));
        return Objects.requireNonNull(provider.tryAcquireAndClaim(mapping.lockKey(id), owner, TTL, claim));
    }

    private void prepare(EntityMapping<?, ?, ?, ?> mapping) {
        store.announce(mapping);
        store.createMissingTables();
        store.checkTables();
    }

    private void assertOneStep() {
        assertThat(acquisitionsWithRow()).isEqualTo(1);
        assertThat(acquisitions()).isEqualTo(1);
        assertThat(storesClaims()).isZero();
    }

    private void assertTwoSteps() {
        assertThat(acquisitionsWithRow()).isZero();
        assertThat(acquisitions()).isEqualTo(1);
        assertThat(storesClaims()).isEqualTo(1);
    }

    private void assertTwoSteps(JdbcStore other) {
        AccountRepository elsewhere = new AccountRepository(other, locks);
        other.checkTables();
        forgetStatements();
        try (LockedAccount account = elsewhere.lock("a")) {
            assertThat(account.getBalance()).isEqualTo(100);
        }
        assertTwoSteps();
    }

    private int acquisitions() {
        return calls("WITH lockproof_granted AS%");
    }

    private int acquisitionsWithRow() {
        return calls("WITH lockproof_granted AS%lockproof_updated AS%");
    }

    private int storesClaims() {
        return calls("update \"account\" set \"lock_fence\"%");
    }

    private int calls(String query) {
        return Integer.parseInt(Servers.query(
                        pool,
                        "SELECT coalesce(sum(calls), 0)::int FROM pg_stat_statements WHERE query LIKE '" + query
                                + "' AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .get(0));
    }

    private List<String> otherStatements() {
        return Servers.query(
                pool,
                "SELECT query FROM pg_stat_statements"
                        + " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND query !~* '^(WITH (lockproof_granted|released) AS|SET extra_float_digits"
                        + "|SET application_name|SHOW TRANSACTION|SELECT coalesce|SELECT query"
                        + "|SELECT pg_stat_statements_reset)'");
    }

    private void forgetStatements() {
        Servers.query(
                pool, "SELECT pg_stat_statements_reset(0, oid, 0) FROM pg_database WHERE datname = current_database()");
    }

    private int waitingStatements() {
        return count("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    }

    private int acquisitionsUnderWay() {
        return count("pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                + " AND query LIKE 'WITH lockproof_granted%'");
    }

    private int waiters() {
        return count("lockproof_lease WHERE cardinality(waiters) > 0");
    }

    private int count(String from) {
        return Integer.parseInt(
                Servers.query(pool, "SELECT count(*) FROM " + from).get(0));
    }

    private @Nullable String holderOf(String key) {
        List<String> holders = Servers.query(pool, "SELECT holder FROM lockproof_lease WHERE lock_key = '" + key + "'");
        return holders.isEmpty() ? null : holders.get(0);
    }

    private long fence() {
        return Long.parseLong(
                Servers.query(pool, "SELECT lock_fence FROM account").get(0));
    }

    /** Gives a connection with a transaction that has done something, to be committed. */
    private Connection blocker(String sql) throws Exception {
        Connection blocker = pool.getConnection();
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute(sql);
        }
        return blocker;
    }

    private static <V> FutureTask<V> start(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "other");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static <V> V resultOf(FutureTask<V> task) {
        try {
            return task.get(40, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
