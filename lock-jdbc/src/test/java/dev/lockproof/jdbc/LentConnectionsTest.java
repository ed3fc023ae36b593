package dev.lockproof.jdbc;

import static dev.lockproof.jdbc.Accounts.ACCOUNT;
import static dev.lockproof.jdbc.Accounts.insert;
import static dev.lockproof.jdbc.Accounts.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.Query;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.SeatMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
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
}
