package dev.lockproof.jdbc;

import static dev.lockproof.jdbc.Accounts.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.Query;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Sample;
import dev.lockproof.test.entities.SampleMapping;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that end before the last row. */
class BrokenStreamTest {

    private static final SampleMapping SAMPLE = SampleMapping.INSTANCE;

    /** The row can't be computed, and is not among the first that the server is asked for. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "OLD_POSTGRES"})
    void aRowThatTheServerCanNotGiveFailsTheTransaction(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(SAMPLE));
            database.execute("create view account as select 'a' || n as id, null::text as owner, "
                    + "100 / (150 - n) as balance, 0::bigint as lock_fence, 0::bigint as version "
                    + "from generate_series(1, 300) as n");
            assertThatThrownBy(() -> store.inTransaction(() -> {
                        Stream<Row> rows = store.stream(ACCOUNT, Query.all());
                        assertThatThrownBy(() -> rows.forEach(row -> {})).isInstanceOf(LockBackendException.class);
                        assertThatThrownBy(() -> store.insert(SAMPLE, sample()))
                                .hasMessageContaining("has failed before");
                    }))
                    .isInstanceOf(LockBackendException.class);
        }
    }

    /** With one connection, any that is not given back shows. */
    @ParameterizedTest
    @EnumSource
    void aRowThatHoldsNonsenseGivesTheConnectionBack(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind, 1)) {
            JdbcStore store = database.emptyStore(List.of(SAMPLE));
            String table = database.dialect().rules().quote("sample");
            String column = database.dialect().rules().quote("a_character");
            database.execute("alter table " + table + " drop column " + column);
            database.execute("alter table " + table + " add column " + column + " varchar(2)");
            store.insert(SAMPLE, sample());
            database.execute("update " + table + " set " + column + " = 'xy'");
            assertThatThrownBy(() -> store.stream(SAMPLE, Query.all()).forEach(row -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a_character");
            assertThat(database.pool().getHikariPoolMXBean().getActiveConnections())
                    .isZero();
        }
    }

    private static Row sample() {
        return SAMPLE.row(Sample.of(1, SampleMapping.INTEGER, 7));
    }
}
