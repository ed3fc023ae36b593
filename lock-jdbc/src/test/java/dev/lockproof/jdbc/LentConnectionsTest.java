package dev.lockproof.jdbc;

import static dev.lockproof.jdbc.Accounts.ACCOUNT;
import static dev.lockproof.jdbc.Accounts.insert;
import static dev.lockproof.jdbc.Accounts.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.Query;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.SeatMapping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections go back to where they came from, as they came, whatever happens. */
class LentConnectionsTest {

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

    /** What a pool runs on a new connection begins a transaction, which some pools leave open. */
    @ParameterizedTest
    @EnumSource
    void connectionsThatThePoolHasQueriedAreServedToo(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            database.emptyStore(List.of(ACCOUNT));
            for (int i = 0; i < 3; i++) {
                try (HikariDataSource pool = TestDatabase.poolWithoutAutoCommit(database.url(), "select 1")) {
                    JdbcStore store = JdbcStore.of(pool);
                    String id = "a" + i;
                    switch (i) {
                        case 0 -> insert(store, id, 100);
                        case 1 -> store.inTransaction(() -> insert(store, id, 100));
                        default -> store.stream(ACCOUNT, Query.all()).close();
                    }
                }
            }
            assertThat(database.store().count(ACCOUNT, Condition.all())).isEqualTo(2);
        }
    }

    /** Such connections come from a data source that joins the caller's transaction, as Spring has one. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "OLD_POSTGRES"})
    void aConnectionWithChangesOfItsLenderIsRefusedAndLeftAlone(TestDatabase.Kind kind) throws SQLException {
        try (TestDatabase database = TestDatabase.create(kind);
                Connection lenders = database.pool().getConnection()) {
            database.emptyStore(List.of(ACCOUNT));
            lenders.setAutoCommit(false);
            JdbcStore store = JdbcStore.builder(lending(lenders)).build();
            insert(store, "before", 100);
            try (Statement statement = lenders.createStatement()) {
                statement.execute("update account set balance = 99");
                for (ThrowingCallable use : List.<ThrowingCallable>of(
                        () -> insert(store, "a", 1),
                        () -> store.inTransaction(() -> insert(store, "a", 1)),
                        () -> store.stream(ACCOUNT, Query.all()),
                        () -> store.withConnection(connection -> true))) {
                    assertThatThrownBy(use)
                            .isInstanceOf(LockBackendException.class)
                            .hasMessageContaining("not committed")
                            .hasMessageContaining("Give the store the pool itself");
                }
                try (ResultSet own = statement.executeQuery("select balance from account")) {
                    assertThat(own.next()).isTrue();
                    assertThat(own.getLong(1)).isEqualTo(99);
                    assertThat(own.next()).isFalse();
                }
            }
            lenders.rollback();
            assertThat(store.find(ACCOUNT, "before").orElseThrow().get(AccountFields.BALANCE))
                    .isEqualTo(100);
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
                JdbcStore store = JdbcStore.builder(lending(only))
                        .isolation(Connection.TRANSACTION_SERIALIZABLE)
                        .build();
                store.inTransaction(() -> insert(store, "a" + isAutoCommit, 100));
                assertThatThrownBy(() -> store.inTransaction(() -> {
                            throw new IllegalStateException("on purpose");
                        }))
                        .hasMessage("on purpose");
                store.stream(ACCOUNT, Query.all()).close();
                assertThatThrownBy(() -> store.stream(ACCOUNT, Query.where(AccountFields.ID.equalTo("\uD800"))))
                        .isInstanceOf(LockBackendException.class);
                assertThat(only.getAutoCommit()).isEqualTo(isAutoCommit);
                store.createMissingTable(SeatMapping.INSTANCE);
                assertThat(store.stream(SeatMapping.INSTANCE, Query.all())).isEmpty();
                database.execute("drop table " + database.dialect().rules().quote("seat"));
                assertThatThrownBy(() -> store.stream(SeatMapping.INSTANCE, Query.all()))
                        .isInstanceOf(LockBackendException.class);
                assertThat(only.getAutoCommit()).isEqualTo(isAutoCommit);
                insert(store, "b" + isAutoCommit, 100);
                assertThat(only.getAutoCommit()).isEqualTo(isAutoCommit);
                assertThat(only.getTransactionIsolation()).isEqualTo(isolation);
                only.setAutoCommit(true);
            }
            assertThat(database.store().count(ACCOUNT, Condition.all())).isEqualTo(4);
        }
    }

    private static ConnectionSource lending(Connection only) {
        return new ConnectionSource() {
            @Override
            public Connection open() {
                return only;
            }

            @Override
            public void close(Connection connection) {
                assertThat(connection).isSameAs(only);
            }
        };
    }
}
