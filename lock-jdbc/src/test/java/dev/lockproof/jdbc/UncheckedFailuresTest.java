package dev.lockproof.jdbc;

import static dev.lockproof.jdbc.Accounts.ACCOUNT;
import static dev.lockproof.jdbc.Accounts.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources and connections that fail with something else than a {@link SQLException}, as those of jOOQ do. */
class UncheckedFailuresTest {

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsNotTakenBackHidesNoCommitAndKeepsNoLock(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            database.emptyStore(List.of(ACCOUNT));
            JdbcStore store = JdbcStore.builder(new ConnectionSource() {
                        @Override
                        public Connection open() throws SQLException {
                            return database.pool().getConnection();
                        }

                        @Override
                        public void close(Connection connection) throws SQLException {
                            connection.close();
                            throw new IllegalStateException("not taken back, on purpose");
                        }
                    })
                    .build();
            AccountRepository accounts = accounts(store);
            accounts.save(new Account("a", "Ann", 100));
            assertThat(store.<String>inTransaction(() -> depositing(accounts))).isEqualTo("done");
            assertThatThrownBy(() -> store.inTransaction(() -> {
                        depositing(accounts);
                        throw new IllegalArgumentException("the work's own");
                    }))
                    .hasMessage("the work's own");
            assertThat(accounts.withLock("a", LockedAccount::getBalance)).isEqualTo(101);
        }
    }

    /** With one connection, any that is not given back shows. */
    @ParameterizedTest
    @EnumSource
    void aConnectionThatFailsAtTheEndOfATransactionIsReplacedAndKeepsNoLock(TestDatabase.Kind kind) {
        for (String call : List.of("rollback", "setAutoCommit(true)")) {
            try (TestDatabase database = TestDatabase.create(kind, 1)) {
                database.emptyStore(List.of(ACCOUNT));
                accounts(database.store()).save(new Account("a", "Ann", 100));
                JdbcStore store = JdbcStore.builder(
                                () -> refusing(database.pool().getConnection(), call))
                        .build();
                AccountRepository accounts = accounts(store);
                assertThatThrownBy(() -> store.inTransaction(() -> {
                            depositing(accounts);
                            throw new IllegalArgumentException("the work's own");
                        }))
                        .as(call)
                        .hasMessage("the work's own");
                assertThat(accounts.withLock("a", LockedAccount::getBalance)).isEqualTo(100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatDoesNotBeginATransactionIsGivenBack(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind, 1)) {
            JdbcStore store = JdbcStore.builder(() -> refusing(database.pool().getConnection(), "setAutoCommit(false)"))
                    .build();
            assertThatThrownBy(() -> store.inTransaction(() -> {})).hasMessage("setAutoCommit(false), on purpose");
            assertThat(database.pool().getHikariPoolMXBean().getActiveConnections())
                    .isZero();
        }
    }

    /** The server may have rolled back all that went before, as MariaDB does for a deadlock. */
    @ParameterizedTest
    @EnumSource
    void nothingIsStoredAfterWorkThatFailedEvenIfThatIsCaught(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            for (Throwable failure : List.of(new IllegalStateException("unchecked"), new StackOverflowError("error"))) {
                assertThatThrownBy(() -> store.inTransaction(() -> {
                            insert(store, "a", 1);
                            assertThatThrownBy(() -> store.withConnection(connection -> sneak(failure)))
                                    .isSameAs(failure);
                            assertThatThrownBy(() -> insert(store, "b", 1))
                                    .isInstanceOf(LockBackendException.class)
                                    .hasMessageContaining("has failed before")
                                    .hasCause(failure);
                        }))
                        .isInstanceOf(LockBackendException.class)
                        .hasCause(failure);
            }
            assertThat(store.count(ACCOUNT, Condition.all())).isZero();
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> boolean sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    private static String depositing(AccountRepository accounts) {
        try (LockedAccount account = accounts.lock("a")) {
            account.deposit(1);
            accounts.save(account);
        }
        return "done";
    }

    private static AccountRepository accounts(JdbcStore store) {
        return new AccountRepository(store, LockService.of(InMemoryLockProvider.create()));
    }

    /** Refuses one call, named as "setAutoCommit(true)" is, or all calls of a method. */
    private static Connection refusing(Connection connection, String refused) {
        return (Connection) Proxy.newProxyInstance(
                UncheckedFailuresTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    String name = method.getName();
                    String call = name + "(" + (arguments == null ? "" : arguments[0]) + ")";
                    if (Stream.of(name, call).anyMatch(refused::equals)) {
                        throw new IllegalStateException(call + ", on purpose");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
