package dev.lockproof.jdbc;

import static dev.lockproof.jdbc.Accounts.ACCOUNT;
import static dev.lockproof.jdbc.Accounts.insert;
import static dev.lockproof.jdbc.Accounts.row;
import static dev.lockproof.jdbc.Accounts.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.testservers.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database refuses, and how that is said. */
class FailureTest {

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
            assertThatThrownBy(() -> store.inTransaction(() -> insert(store, "b", 100)))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("constraint")
                    .hasMessageContaining("Account:b");
            assertThatThrownBy(() -> store.insertAll(ACCOUNT, List.of(row("c", 1), row("d", 100))))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("constraint");
            assertThat(store.count(ACCOUNT, Condition.all())).isEqualTo(1);
        }
    }

    /** A sequence counts also what is rolled back. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "OLD_POSTGRES"})
    void anInsertThatIsHopelessIsTriedOnce(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            database.execute("create unique index one_balance on account (balance)");
            insert(store, "a", 100);
            database.execute("create sequence tries");
            database.execute("create function count_try() returns trigger language plpgsql as "
                    + "$$ begin perform nextval('tries'); return new; end $$");
            database.execute("create trigger count_tries before insert on account "
                    + "for each row execute function count_try()");
            assertThatThrownBy(() -> insert(store, "b", 100)).hasMessageContaining("constraint");
            long tries = store.withConnection(connection -> {
                try (ResultSet result = connection.createStatement().executeQuery("select last_value from tries")) {
                    result.next();
                    return result.getLong(1);
                }
            });
            assertThat(tries).isEqualTo(1);
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

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
