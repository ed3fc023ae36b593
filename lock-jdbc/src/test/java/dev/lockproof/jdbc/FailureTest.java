package dev.lockproof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.Query;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.AccountMapping;
import dev.lockproof.testservers.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong, and what is left behind. */
class FailureTest {

    private static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;

    /** With one connection, any that is not given back, or given back in a transaction, shows. */
    @ParameterizedTest
    @EnumSource
    void noConnectionIsLeftBehindWhateverFails(TestDatabase.Kind kind) throws SQLException {
        try (TestDatabase database = TestDatabase.create(kind, 1)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            insert(store, "a", 100);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> store.withConnection(
                                connection -> connection.createStatement().execute("no such statement")))
                        .isInstanceOf(LockBackendException.class)
                        .hasCauseInstanceOf(SQLException.class);
                assertThatThrownBy(() -> store.inTransaction(() -> {
                            insert(store, "b", 1);
                            store.withConnection(
                                    connection -> connection.createStatement().execute("no such statement"));
                        }))
                        .isInstanceOf(LockBackendException.class);
                assertThatThrownBy(() -> store.inTransaction(() -> {
                            insert(store, "b", 1);
                            throw new OutOfMemoryError("on purpose");
                        }))
                        .isInstanceOf(OutOfMemoryError.class);
                assertThatThrownBy(() -> store.find(ACCOUNT, "\uD800")).isInstanceOf(LockBackendException.class);
                assertThat(insert(store, "a", 1)).isFalse();
                store.stream(ACCOUNT, Query.all()).close();
                try (Stream<Row> rows = store.stream(ACCOUNT, Query.all())) {
                    assertThat(rows.iterator().next()).isNotNull();
                }
                assertThatThrownBy(() -> store.stream(ACCOUNT, Query.where(AccountFields.ID.equalTo("\uD800"))))
                        .isInstanceOf(LockBackendException.class);
                store.stream(ACCOUNT, Query.all()).forEach(row -> {}); // read to the end, not closed
            }
            assertThat(store.count(ACCOUNT, Condition.all())).isEqualTo(1);
            assertThat(database.pool().getHikariPoolMXBean().getActiveConnections())
                    .isZero();
            try (Connection connection = database.pool().getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionsWithoutAutoCommitAreServedToo(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            database.emptyStore(List.of(ACCOUNT));
            JdbcStore store = JdbcStore.builder(() -> {
                        Connection connection = database.pool().getConnection();
                        connection.setAutoCommit(false);
                        return connection;
                    })
                    .build();
            insert(store, "a", 100);
            assertThat(store.claim(ACCOUNT, "a", 33)).isInstanceOf(Claim.Claimed.class);
            assertThat(store.claim(ACCOUNT, "a", 33)).isInstanceOf(Claim.Superseded.class);
            store.inTransaction(() -> update(store, "a", 101, 33));
            try (Stream<Row> rows = store.stream(ACCOUNT, Query.all())) {
                assertThat(rows).hasSize(1);
            }
            assertThat(database.store().find(ACCOUNT, "a").orElseThrow().get(AccountFields.BALANCE))
                    .isEqualTo(101);
        }
    }

    /** A pool would hide it, as it sets the modes anew. */
    @ParameterizedTest
    @EnumSource
    void aConnectionComesBackInTheModesInWhichItWasLent(TestDatabase.Kind kind) throws SQLException {
        try (TestDatabase database = TestDatabase.create(kind);
                Connection only = database.pool().getConnection()) {
            database.emptyStore(List.of(ACCOUNT));
            for (boolean isAutoCommit : new boolean[] {true, false}) {
                only.setAutoCommit(isAutoCommit);
                int isolation = only.getTransactionIsolation();
                JdbcStore store = JdbcStore.builder(new ConnectionSource() {
                            @Override
                            public Connection open() {
                                return only;
                            }

                            @Override
                            public void close(Connection connection) {
                                assertThat(connection).isSameAs(only);
                            }
                        })
                        .isolation(Connection.TRANSACTION_SERIALIZABLE)
                        .build();
                store.inTransaction(() -> insert(store, "a" + isAutoCommit, 100));
                assertThatThrownBy(() -> store.inTransaction(() -> {
                            throw new IllegalStateException("on purpose");
                        }))
                        .hasMessage("on purpose");
                store.stream(ACCOUNT, Query.all()).close();
                insert(store, "b" + isAutoCommit, 100);
                assertThat(only.getAutoCommit()).isEqualTo(isAutoCommit);
                assertThat(only.getTransactionIsolation()).isEqualTo(isolation);
                only.setAutoCommit(true);
            }
            assertThat(database.store().count(ACCOUNT, Condition.all())).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherUniqueColumnIsNotTakenForTheId(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            database.execute("create unique index one_balance on "
                    + database.dialect().rules().quote("account") + " ("
                    + database.dialect().rules().quote("balance") + ")");
            insert(store, "a", 100);
            assertThatThrownBy(() -> insert(store, "b", 100))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("constraint")
                    .hasMessageContaining("Account:b");
            assertThatThrownBy(() -> store.insertAll(ACCOUNT, List.of(row("c", 1), row("d", 100))))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("constraint");
            assertThat(store.count(ACCOUNT, Condition.all())).isEqualTo(1);
        }
    }

    /** MariaDB ends a transaction at once that is chosen to break a deadlock; what follows must not be stored. */
    @ParameterizedTest
    @EnumSource
    void nothingIsStoredThatFollowsADeadlock(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            insert(store, "a", 0);
            insert(store, "b", 0);
            store.claim(ACCOUNT, "a", 1);
            store.claim(ACCOUNT, "b", 1);
            CountDownLatch bothHaveOne = new CountDownLatch(2);
            FutureTask<String> ab = start(() -> writesBoth(store, "a", "b", bothHaveOne));
            FutureTask<String> ba = start(() -> writesBoth(store, "b", "a", bothHaveOne));
            List<String> ends = Stream.of(result(ab), result(ba)).toList();
            assertThat(ends)
                    .anyMatch(end -> end.contains("met another transaction") || end.contains("not over in time"));
            assertThat(store.count(ACCOUNT, AccountFields.ID.startsWith("after")))
                    .isEqualTo(ends.stream().filter("committed"::equals).count());
        }
    }

    /** An insert that loses against another one waits in InnoDB for a lock that others may wait for too. */
    @ParameterizedTest
    @EnumSource
    void singleStatementsNeverFailForADeadlock(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            List<FutureTask<Boolean>> threads = IntStream.range(0, 8)
                    .mapToObj(thread -> start(() -> {
                        for (int i = 0; i < 150; i++) {
                            insert(store, "a", i);
                            store.claim(ACCOUNT, "a", i + 1);
                            store.deleteById(ACCOUNT, "a");
                        }
                        return true;
                    }))
                    .toList();
            threads.forEach(thread -> assertThat(result(thread)).isTrue());
        }
    }

    /** Connections to an H2 in this JVM don't break. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "OLD_POSTGRES", "MARIADB", "MYSQL"})
    void aConnectionThatBreaksRollsItsTransactionBackAndIsReplaced(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind, 1)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            assertThatThrownBy(() -> store.inTransaction(() -> {
                        insert(store, "a", 100);
                        store.withConnection(connection -> {
                            connection.unwrap(Connection.class).close(); // under the pool
                            return true;
                        });
                        insert(store, "b", 100);
                    }))
                    .isInstanceOf(LockBackendException.class);
            assertThat(store.count(ACCOUNT, Condition.all())).isZero();
            assertThat(insert(store, "a", 1)).isTrue();
        }
    }

    @Test
    void aKilledServerLeavesTheOutcomeOpenAndIsThereAgain() throws Exception {
        try (PostgresServer server = PostgresServer.start(PostgresServer.Version.NEW)) {
            DataSource dataSource = server.createDataSource();
            JdbcStore store = JdbcStore.of(dataSource);
            store.createMissingTable(ACCOUNT);
            insert(store, "a", 100);
            store.claim(ACCOUNT, "a", 33);
            Throwable failure = catchThrowable(() -> store.inTransaction(() -> {
                update(store, "a", 101, 33);
                server.restart();
                update(store, "a", 102, 33);
            }));
            assertThat(failure)
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("Account:a")
                    .hasMessageContaining("connection was lost");
            assertThat(store.find(ACCOUNT, "a").orElseThrow().get(AccountFields.BALANCE))
                    .isEqualTo(100);
            assertThat(update(store, "a", 103, 33)).isEqualTo(WriteResult.WRITTEN);
            server.kill();
            LockBackendException down = (LockBackendException) catchThrowable(() -> update(store, "a", 104, 33));
            assertThat(down).hasMessageContaining("No connection");
            assertThat(down.isOutcomeKnown()).isTrue();
        }
    }

    @Test
    void aReadOnlyDatabaseAndAMissingRightAreNamed() {
        PostgresServer server = PostgresServer.shared();
        String url = server.createDatabase();
        JdbcStore.of(PostgresServer.dataSource(url)).createMissingTable(ACCOUNT);
        String role = "lp" + System.nanoTime();
        server.execute("create role " + role + " login password 'x'");
        JdbcStore stranger = JdbcStore.of(PostgresServer.dataSource(as(role, "x", url)));
        assertThatThrownBy(() -> insert(stranger, "a", 1))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("grant select, insert, update and delete on the table account");
        JdbcStore readOnly =
                JdbcStore.of(PostgresServer.dataSource(url + "&options=-c%20default_transaction_read_only=on"));
        assertThatThrownBy(() -> insert(readOnly, "a", 1))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("read-only")
                .hasMessageContaining("primary");
    }

    @Test
    void credentialsAreInNoMessage() {
        String secret = "s3cret" + System.nanoTime();
        String user = "lp" + System.nanoTime();
        PostgresServer postgres = PostgresServer.shared();
        String url = postgres.createDatabase();
        postgres.execute("create role " + user + " login password '" + secret + "'");
        List<DataSource> dataSources = List.of(
                PostgresServer.dataSource(as(user, secret, url)),
                PostgresServer.dataSource("jdbc:postgresql://localhost:1/none?user=" + user + "&password=" + secret));
        for (DataSource dataSource : dataSources) {
            JdbcStore store = JdbcStore.of(dataSource);
            Throwable failure = catchThrowable(() -> insert(store, "a", 1));
            assertThat(failure)
                    .isInstanceOf(LockBackendException.class)
                    .hasStackTraceContaining("LockBackendException");
            assertThat(stackTrace(failure) + store).doesNotContain(secret);
        }
    }

    @Test
    void aDatabaseThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> Dialect.named("Oracle"))
                .hasMessageContaining("Oracle")
                .hasMessageContaining("PostgreSQL, H2, MariaDB or MySQL");
    }

    /** MySQL's driver turns strict mode on, unless it is told otherwise. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aDatabaseThatWouldCutValuesIsRefused(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = store(database.url() + "&jdbcCompliantTruncation=false&sessionVariables=sql_mode='ANSI'");
            assertThatThrownBy(() -> store.createMissingTable(ACCOUNT))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("STRICT_TRANS_TABLES");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aReadOnlySessionIsNamed(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            database.emptyStore(List.of(ACCOUNT));
            JdbcStore readOnly = store(database.url() + "&sessionVariables=transaction_read_only=1");
            assertThatThrownBy(() -> insert(readOnly, "a", 1))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("read-only")
                    .hasMessageContaining("primary");
        }
    }

    /** The MariaDB of the tests asks nobody for rights. */
    @ParameterizedTest
    @EnumSource(names = "MYSQL")
    void aMissingRightIsNamed(TestDatabase.Kind kind) {
        String user = "lp" + System.nanoTime();
        try (TestDatabase database = TestDatabase.create(kind)) {
            database.emptyStore(List.of(ACCOUNT));
            database.execute("create user " + user + " identified by '" + user + "'");
            database.execute("grant select on account to " + user);
            JdbcStore stranger = store(as(user, user, database.url()));
            assertThatThrownBy(() -> insert(stranger, "a", 1))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("grant select, insert, update and delete on the table account");
            database.execute("drop user " + user);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void credentialsAreInNoMessageOfTheseEither(TestDatabase.Kind kind) {
        String secret = "s3cret" + System.nanoTime();
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = store(as("nobody", secret, database.url()));
            Throwable failure = catchThrowable(() -> insert(store, "a", 1));
            assertThat(failure)
                    .isInstanceOf(LockBackendException.class)
                    .hasStackTraceContaining("LockBackendException");
            assertThat(stackTrace(failure) + store).doesNotContain(secret);
        }
    }

    /** Makes a store whose connections are as the URL says: a pool would set some modes anew. */
    private static JdbcStore store(String url) {
        return JdbcStore.builder(() -> DriverManager.getConnection(url)).build();
    }

    private static String as(String user, String password, String url) {
        return url.replaceAll("user=[^&]*&password=[^&]*", "user=" + user + "&password=" + password);
    }

    /** Swallows what it should not. */
    private static String writesBoth(JdbcStore store, String first, String second, CountDownLatch bothHaveOne) {
        try {
            store.inTransaction(() -> {
                update(store, first, 1, 1);
                bothHaveOne.countDown();
                await(bothHaveOne);
                Stream.<Runnable>of(() -> update(store, second, 1, 1), () -> insert(store, "after " + first, 1))
                        .forEach(FailureTest::swallowing);
            });
            return "committed";
        } catch (LockBackendException e) {
            return e.getCause().getMessage();
        }
    }

    private static void swallowing(Runnable work) {
        try {
            work.run();
        } catch (LockBackendException e) {
            assertThat(e).isNotNull();
        }
    }

    private static boolean insert(JdbcStore store, String id, long balance) {
        return store.insert(ACCOUNT, row(id, balance));
    }

    private static WriteResult update(JdbcStore store, String id, long balance, long token) {
        return store.update(ACCOUNT, row(id, balance), token);
    }

    private static Row row(String id, long balance) {
        return ACCOUNT.row(new Account(id, null, balance));
    }

    private static <V> FutureTask<V> start(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        new Thread(task).start();
        return task;
    }

    private static <V> V result(FutureTask<V> task) {
        try {
            return task.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
