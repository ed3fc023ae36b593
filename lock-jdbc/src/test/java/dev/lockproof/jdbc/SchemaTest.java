package dev.lockproof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.LockService;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountMapping;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import dev.lockproof.test.entities.SampleMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that are missing, or lack something, or were there before. */
class SchemaTest {

    private static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;

    @ParameterizedTest
    @EnumSource
    void theStatementForAMissingTableCreatesIt(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.store();
            AccountRepository accounts = repository(store);
            String statement = statementIn(
                    catchThrowableOfType(LockBackendException.class, () -> accounts.findById("a")), "create table");
            assertThat(statement).contains("lock_fence", "version", "primary key");
            assertThatThrownBy(store::checkTables)
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("Account")
                    .hasMessageContaining(database.dialect().toString());
            database.execute(statement);
            store.checkTables();
            accounts.save(new Account("a", "Ann", 100));
            assertThat(accounts.withLock("a", LockedAccount::getBalance)).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatementsForMissingColumnsMendATableThatWasThereBefore(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            SqlRules rules = database.dialect().rules();
            String table = rules.quote("account");
            String id = rules.quote("id");
            database.execute("create table " + table + " (" + id + " varchar(40) not null primary key, "
                    + rules.quote("balance") + " bigint not null)");
            database.execute("insert into " + table + " values ('old', 5)");
            AccountRepository accounts = repository(database.store());
            LockBackendException lacking =
                    catchThrowableOfType(LockBackendException.class, () -> accounts.findById("old"));
            assertThat(lacking)
                    .hasMessageContaining("lock_fence")
                    .hasMessageContaining("version")
                    .hasMessageContaining("owner")
                    .hasMessageNotContaining("balance");
            lacking.getMessage()
                    .lines()
                    .filter(line -> line.startsWith("alter table"))
                    .forEach(line -> database.execute(line.replace(";", "")));
            try (LockedAccount old = accounts.lock("old")) {
                old.deposit(1);
                accounts.save(old);
            }
            assertThat(accounts.require("old").getBalance()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatVanishesIsReportedAlsoInATransactionThatIsRolledBack(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.store();
            store.createMissingTable(ACCOUNT);
            store.createMissingTable(SampleMapping.INSTANCE);
            AccountRepository accounts = repository(store);
            accounts.save(new Account("a", "Ann", 100));
            database.execute("drop table " + database.dialect().rules().quote("sample"));
            assertThatThrownBy(() -> store.inTransaction(() -> {
                        accounts.save(new Account("b", "Bob", 100));
                        assertThatThrownBy(() -> store.count(SampleMapping.INSTANCE, Condition.all()))
                                .hasMessageContaining("create table");
                        assertThatThrownBy(() -> accounts.save(new Account("c", "Cem", 1)))
                                .hasMessageContaining("has failed before");
                    }))
                    .isInstanceOf(LockBackendException.class);
            assertThat(store.count(ACCOUNT, Condition.all())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreCreatedOnceAndKept(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.store();
            AccountRepository accounts = repository(store);
            store.createMissingTables();
            accounts.save(new Account("a", "Ann", 100));
            store.createMissingTables();
            assertThat(accounts.findById("a")).isPresent();
            assertThatThrownBy(() -> store.inTransaction(store::createMissingTables))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFenceThatIsNullIsReported(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            SqlRules rules = database.dialect().rules();
            database.execute("create table " + rules.quote("account") + " (" + rules.quote("id")
                    + " varchar(40) not null primary key, " + rules.quote("owner") + " varchar(40), "
                    + rules.quote("balance") + " bigint, " + rules.quote("lock_fence") + " bigint, "
                    + rules.quote("version") + " bigint)");
            database.execute("insert into " + rules.quote("account") + " (" + rules.quote("id") + ") values ('a')");
            assertThatThrownBy(() -> database.store().claim(ACCOUNT, "a", 33))
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining("fence is null")
                    .hasMessageContaining("Account:a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStoresColumnsAndTheSchemaHaveTheNamesThatTheyAreGiven(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            database.execute("create schema "
                    + database.dialect()
                            .rules()
                            .quote("the \"b`ank" + ProcessHandle.current().pid() + kind));
            JdbcStore store = JdbcStore.builder(database.pool())
                    .schema("the \"b`ank" + ProcessHandle.current().pid() + kind)
                    .fenceColumn("a fence")
                    .versionColumn("select")
                    .build();
            AccountRepository accounts = repository(store);
            store.createMissingTables();
            accounts.save(new Account("a", "Ann", 100));
            try (LockedAccount account = accounts.lock("a")) {
                accounts.save(account);
            }
            assertThatThrownBy(() -> repository(database.store()).findById("a")).hasMessageContaining("create table");
        }
    }

    @Test
    void aPropertyInAColumnOfTheStoreIsRefused() {
        try (TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2_IN_MEMORY)) {
            JdbcStore store =
                    JdbcStore.builder(database.pool()).versionColumn("BALANCE").build();
            assertThatThrownBy(() -> repository(store))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("balance")
                    .hasMessageContaining("versionColumn");
        }
    }

    private static AccountRepository repository(EntityStore store) {
        return new AccountRepository(store, LockService.of(InMemoryLockProvider.create()));
    }

    private static String statementIn(LockBackendException e, String start) {
        String message = e.getMessage();
        int from = message.indexOf(start);
        assertThat(from).as(message).isNotNegative();
        return message.substring(from, message.indexOf(';', from));
    }
}
