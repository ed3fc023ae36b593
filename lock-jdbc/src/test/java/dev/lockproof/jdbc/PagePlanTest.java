package dev.lockproof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.Query;
import dev.lockproof.SortOrder;
import dev.lockproof.spi.Row;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.AccountMapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where databases look for the next page: in an index, from the position on. */
class PagePlanTest {

    private static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;
    private static final TableNames TABLES = new TableNames(null, "lock_fence", "version");
    private static final int ROWS = 20_000;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "OLD_POSTGRES"})
    void postgresReadsOnlyThePage(TestDatabase.Kind kind) {
        try (TestDatabase database = filled(kind, "create index by_balance on account (balance, id)")) {
            database.execute("analyze account");
            for (SortOrder<Account> order :
                    List.of(AccountFields.BALANCE.ascending(), AccountFields.BALANCE.descending())) {
                assertThat(plan(database, Query.<Account>all().orderBy(order)))
                        .contains("by_balance", "Index Cond: (ROW(balance, id) ")
                        .doesNotContain("Sort", "Filter");
            }
            assertThat(plan(database, Query.<Account>all().orderById()))
                    .contains("account_pkey", "Index Cond: (id > ")
                    .doesNotContain("Sort", "Filter");
            assertThat(plan(
                            database,
                            Query.<Account>all()
                                    .orderBy(AccountFields.BALANCE.ascending(), AccountFields.ID.descending())))
                    .contains("Index Cond: (balance >= ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_IN_MEMORY", "H2_IN_A_FILE"})
    void h2BeginsAtThePosition(TestDatabase.Kind kind) {
        try (TestDatabase database = filled(kind, "create index by_balance on \"account\" (\"balance\", \"id\")")) {
            assertThat(plan(database, Query.<Account>all().orderBy(AccountFields.BALANCE.ascending())))
                    .contains("BY_BALANCE: balance >= ", "index sorted");
            assertThat(plan(database, Query.<Account>all().orderById())).contains("PRIMARY_KEY", "index sorted");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void mariaDbBeginsAtThePosition(TestDatabase.Kind kind) {
        // each index ends in the id, unless that is too long
        try (TestDatabase database = filled(kind, "create index by_balance on account (balance)")) {
            database.execute("alter table account modify id varchar(100) collate utf8mb4_nopad_bin not null");
            database.execute("analyze table account");
            for (SortOrder<Account> order :
                    List.of(AccountFields.BALANCE.ascending(), AccountFields.BALANCE.descending())) {
                assertThat(plan(database, Query.<Account>all().orderBy(order)))
                        .contains("range", "by_balance")
                        .doesNotContain("filesort");
            }
            assertThat(plan(database, Query.<Account>all().orderById()))
                    .contains("range", "PRIMARY")
                    .doesNotContain("filesort");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL")
    void mySqlBeginsAtThePosition(TestDatabase.Kind kind) {
        try (TestDatabase database = filled(kind, "create index by_balance on account (balance)")) {
            database.execute("alter table account modify id varchar(100) collate utf8mb4_0900_bin not null");
            database.execute("analyze table account");
            for (SortOrder<Account> order :
                    List.of(AccountFields.BALANCE.ascending(), AccountFields.BALANCE.descending())) {
                assertThat(plan(database, Query.<Account>all().orderBy(order)))
                        .contains("range scan", "by_balance")
                        .doesNotContain("Sort");
            }
            assertThat(plan(database, Query.<Account>all().orderById()))
                    .contains("range scan", "PRIMARY")
                    .doesNotContain("Sort");
        }
    }

    private static TestDatabase filled(TestDatabase.Kind kind, String index) {
        TestDatabase database = TestDatabase.create(kind);
        JdbcStore store = database.emptyStore(List.of(ACCOUNT));
        store.insertAll(
                ACCOUNT,
                IntStream.range(0, ROWS)
                        .mapToObj(i -> ACCOUNT.row(new Account("id" + i, null, i / 1_000)))
                        .toList());
        database.execute(index);
        return database;
    }

    /** Explains how the page behind the middle is found. */
    private static String plan(TestDatabase database, Query<Account> query) {
        Row middle = ACCOUNT.row(new Account("id" + ROWS / 2, null, ROWS / 2_000));
        Query<Account> page =
                new Query<>(query.condition(), query.order(), true, OptionalInt.of(10), 0, Optional.of(middle));
        SqlRules rules = database.dialect().rules();
        WhereClause where = WhereClause.of(ACCOUNT, page, rules);
        String explain = database.dialect() == Dialect.MYSQL ? "explain format = tree " : "explain ";
        String sql = explain + new EntitySql(ACCOUNT, TABLES, rules).select + where.sql();
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(new Parameters(statement, rules, Operation.query(ACCOUNT)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        lines.add(String.valueOf(rows.getString(i)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return String.join("\n", lines);
    }
}
