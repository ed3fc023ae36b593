package dev.lockproof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountMapping;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Locks in transactions of every isolation. */
class TransactionIsolationTest {

    @ParameterizedTest
    @EnumSource
    void aLockInsideATransactionThatMaySeeThePastIsRefused(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            for (int isolation :
                    new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
                database.emptyStore(List.of(AccountMapping.INSTANCE));
                JdbcStore store =
                        JdbcStore.builder(database.pool()).isolation(isolation).build();
                AccountRepository accounts = accounts(store);
                accounts.save(new Account("a", "Ann", 100));
                assertThatThrownBy(() -> store.inTransaction(() -> {
                            accounts.save(new Account("b", "Bob", 1));
                            accounts.lock("a").close();
                        }))
                        .isInstanceOf(LockBackendException.class)
                        .hasMessageContaining("Account:a")
                        .hasMessageContaining("Take the lock before the transaction begins");
                assertThat(accounts.findById("b")).isEmpty();
                try (LockedAccount account = accounts.lock("a")) {
                    store.inTransaction(() -> {
                        account.deposit(1);
                        accounts.save(account);
                    });
                }
                assertThat(accounts.require("a").getBalance()).isEqualTo(101);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionLeavesTheConnectionAsItWas(TestDatabase.Kind kind) throws SQLException {
        try (TestDatabase database = TestDatabase.create(kind, 1)) {
            JdbcStore store = database.emptyStore(List.of(AccountMapping.INSTANCE));
            int before = isolation(database);
            JdbcStore serializable = JdbcStore.builder(database.pool())
                    .isolation(Connection.TRANSACTION_SERIALIZABLE)
                    .build();
            serializable.inTransaction(
                    () -> assertThat(serializable.<Integer>withConnection(Connection::getTransactionIsolation))
                            .isEqualTo(Connection.TRANSACTION_SERIALIZABLE));
            assertThat(isolation(database)).isEqualTo(before);
            store.inTransaction(() -> assertThat(store.<Boolean>withConnection(Connection::getAutoCommit))
                    .isFalse());
            try (Connection connection = database.pool().getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
            }
        }
    }

    /** The default of both is REPEATABLE READ. */
    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void aServerAsItComesTakesLocksOutsideOfTransactions(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind);
                HikariDataSource asItComes = TestDatabase.pool(database.url())) {
            JdbcStore store = JdbcStore.of(asItComes);
            AccountRepository accounts = accounts(store);
            store.createMissingTables();
            accounts.save(new Account("a", "Ann", 100));
            accounts.withLock("a", LockedAccount::getBalance);
            assertThatThrownBy(
                            () -> store.inTransaction(() -> accounts.lock("a").close()))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("REPEATABLE READ");
        }
    }

    private static int isolation(TestDatabase database) throws SQLException {
        try (Connection connection = database.pool().getConnection()) {
            return connection.getTransactionIsolation();
        }
    }

    private static AccountRepository accounts(JdbcStore store) {
        return new AccountRepository(store, LockService.of(InMemoryLockProvider.create()));
    }
}
