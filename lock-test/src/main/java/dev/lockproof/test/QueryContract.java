package dev.lockproof.test;

import static dev.lockproof.test.entities.AccountFields.BALANCE;
import static dev.lockproof.test.entities.AccountFields.ID;
import static dev.lockproof.test.entities.AccountFields.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Order, limit, offset, counting and streaming. */
interface QueryContract extends StoreTests {

    @Test
    default void nothingIsFoundInAnEmptyTable() {
        assertThat(ids(Query.all())).isEmpty();
        assertThat(store().count(ACCOUNT, Condition.all())).isZero();
    }

    @Test
    default void theFirstOrderDecidesAndTheNextOneSettlesTies() {
        insertFive();
        assertThat(ids(Query.<Account>all().orderBy(BALANCE.ascending(), ID.ascending())))
                .containsExactly("c", "a", "d", "b", "e");
        assertThat(ids(Query.<Account>all().orderBy(BALANCE.descending(), ID.descending())))
                .containsExactly("e", "b", "d", "a", "c");
        assertThat(ids(Query.<Account>all().orderBy(BALANCE.descending(), ID.ascending())))
                .containsExactly("e", "b", "a", "d", "c");
    }

    @Test
    default void nullComesLastInEitherDirection() {
        insertFive();
        assertThat(ids(Query.<Account>all().orderBy(OWNER.ascending(), ID.ascending())))
                .containsExactly("a", "b", "e", "c", "d");
        assertThat(ids(Query.<Account>all().orderBy(OWNER.descending(), ID.ascending())))
                .containsExactly("e", "b", "a", "c", "d");
    }

    @Test
    default void aLimitAndAnOffsetCutAPageOutOfTheOrder() {
        insertFive();
        Query<Account> ordered = Query.<Account>all().orderBy(ID.ascending());
        assertThat(ids(ordered.limit(2))).containsExactly("a", "b");
        assertThat(ids(ordered.offset(3))).containsExactly("d", "e");
        assertThat(ids(ordered.limit(2).offset(1))).containsExactly("b", "c");
        assertThat(ids(ordered.limit(2).offset(4))).containsExactly("e");
        assertThat(ids(ordered.limit(2).offset(5))).isEmpty();
        assertThat(ids(ordered.limit(0))).isEmpty();
        assertThat(ids(ordered.limit(Integer.MAX_VALUE).offset(Long.MAX_VALUE))).isEmpty();
        assertThat(ids(ordered.limit(Integer.MAX_VALUE))).hasSize(5);
    }

    @Test
    default void aLimitWorksWithoutAnOrder() {
        insertFive();
        assertThat(ids(Query.<Account>all().limit(3))).hasSize(3).doesNotHaveDuplicates();
        assertThat(ids(Query.<Account>all().offset(3))).hasSize(2);
        assertThat(ids(Query.where(BALANCE.greaterThan(150L)).limit(10))).containsExactlyInAnyOrder("b", "e");
    }

    @Test
    default void aConditionOrderAndPageWorkTogether() {
        insertFive();
        assertThat(ids(Query.where(BALANCE.greaterThanOrEqualTo(100L))
                        .orderBy(BALANCE.descending(), ID.ascending())
                        .limit(2)
                        .offset(1)))
                .containsExactly("b", "a");
    }

    @Test
    default void pagesByTheLastIdCoverEverythingOnce() {
        IntStream.range(0, 100).forEach(i -> insert("id%03d".formatted(i), i));
        String last = "";
        int seen = 0;
        List<String> page;
        do {
            page = ids(Query.where(ID.greaterThan(last)).orderBy(ID.ascending()).limit(7));
            seen += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (!page.isEmpty());
        assertThat(seen).isEqualTo(100);
    }

    @Test
    default void aQueryFindsWhatWasWrittenLast() {
        insert("a", 100);
        claim("a", 33);
        update("a", 200, 33);
        assertThat(ids(Query.where(BALANCE.equalTo(100L)))).isEmpty();
        assertThat(ids(Query.where(BALANCE.equalTo(200L)))).containsExactly("a");
        delete("a", 33);
        assertThat(ids(Query.all())).isEmpty();
    }

    @Test
    default void manyRowsAreStreamed() {
        store().inTransaction(() -> IntStream.range(0, 5_000).forEach(i -> insert("id" + i, i)));
        try (Stream<Row> rows = store().stream(ACCOUNT, Query.<Account>all().orderBy(BALANCE.ascending()))) {
            assertThat(rows.mapToLong(StoreTests::balanceOf).toArray())
                    .isEqualTo(IntStream.range(0, 5_000).asLongStream().toArray());
        }
        assertThat(store().count(ACCOUNT, BALANCE.lessThan(1_234L))).isEqualTo(1_234);
    }

    @Test
    default void aStreamThatIsClosedEarlyLeavesNothingOpen() {
        insertFive();
        claim("a", 33);
        for (int i = 0; i < 200; i++) {
            try (Stream<Row> rows = store().stream(ACCOUNT, Query.all())) {
                Iterator<Row> iterator = rows.iterator();
                iterator.next();
            }
        }
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.WRITTEN);
    }

    @Test
    default void aStreamIsClosedWithoutBeingRead() {
        insertFive();
        for (int i = 0; i < 200; i++) {
            store().stream(ACCOUNT, Query.all()).close();
        }
        assertThat(Threads.elsewhere(() -> update("a", 101, 33))).isEqualTo(WriteResult.FENCED);
    }

    @Test
    default void rowsAreWrittenWhileTheyAreStreamed() {
        insertFive();
        store().inTransaction(() -> {
            try (Stream<Row> rows = store().stream(ACCOUNT, Query.<Account>all().orderBy(ID.ascending()))) {
                rows.forEach(row -> {
                    claim(row.require(ID), 33);
                    update(row.require(ID), StoreTests.balanceOf(row) + 1, 33);
                });
            }
        });
        assertThat(balance("a")).isEqualTo(101);
        assertThat(balance("e")).isEqualTo(301);
    }

    private List<String> ids(Query<Account> query) {
        try (Stream<Row> rows = store().stream(ACCOUNT, query)) {
            return rows.map(row -> row.require(ID)).toList();
        }
    }

    private void insertFive() {
        store().insert(ACCOUNT, ACCOUNT.row(new Account("a", "Ann", 100)));
        store().insert(ACCOUNT, ACCOUNT.row(new Account("b", "Bob", 200)));
        store().insert(ACCOUNT, ACCOUNT.row(new Account("c", null, 50)));
        store().insert(ACCOUNT, ACCOUNT.row(new Account("d", null, 100)));
        store().insert(ACCOUNT, ACCOUNT.row(new Account("e", "Eve", 300)));
    }
}
