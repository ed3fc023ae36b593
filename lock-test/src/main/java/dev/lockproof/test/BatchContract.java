package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Condition;
import dev.lockproof.DuplicateEntityException;
import dev.lockproof.LockException;
import dev.lockproof.LockService;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many new rows at once: all of them or none. */
interface BatchContract extends StoreTests {

    @Test
    default void aBatchIsInserted() {
        assertThat(store().insertAll(ACCOUNT, rows(1_200))).isEmpty();
        assertThat(store().count(ACCOUNT, Condition.all())).isEqualTo(1_200);
        assertThat(balance("id1199")).isEqualTo(1_199);
        assertThat(update("id7", 0, 33)).as("nobody has claimed it").isEqualTo(WriteResult.FENCED);
        assertThat(store().insertAll(ACCOUNT, List.of())).isEmpty();
    }

    @Test
    default void aBatchWithAStoredIdWritesNothing() {
        insert("id700", -1);
        assertThat(store().insertAll(ACCOUNT, rows(1_200))).contains(StoreTests.row("id700", 700));
        assertThat(store().count(ACCOUNT, Condition.all())).isEqualTo(1);
        assertThat(balance("id700")).isEqualTo(-1);
    }

    @Test
    default void aBatchWithAnIdTwiceWritesNothing() {
        List<Row> rows = new ArrayList<>(rows(3));
        rows.add(StoreTests.row("id1", 99));
        assertThat(store().insertAll(ACCOUNT, rows)).contains(StoreTests.row("id1", 99));
        assertThat(store().count(ACCOUNT, Condition.all())).isZero();
    }

    @Test
    default void aBatchIsPartOfItsTransaction() {
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    store().insertAll(ACCOUNT, rows(3));
                    assertThat(store().count(ACCOUNT, Condition.all())).isEqualTo(3);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store().count(ACCOUNT, Condition.all())).isZero();
    }

    @Test
    default void aRefusedBatchRollsItsTransactionBack() {
        insert("id1", -1);
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    insert("other", 1);
                    assertThat(store().insertAll(ACCOUNT, rows(3))).isPresent();
                }))
                .isInstanceOf(LockException.class);
        assertThat(store().count(ACCOUNT, Condition.all())).isEqualTo(1);
    }

    @Test
    default void aBatchWithAnIdTwiceRollsItsTransactionBack() {
        List<Row> rows = List.of(StoreTests.row("id1", 1), StoreTests.row("id1", 99));
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    insert("other", 1);
                    assertThat(store().insertAll(ACCOUNT, rows)).isPresent();
                }))
                .isInstanceOf(LockException.class);
        assertThat(store().count(ACCOUNT, Condition.all())).isZero();
    }

    @Test
    default void aRepositorySavesNewEntitiesOnly() {
        AccountRepository accounts = new AccountRepository(store(), LockService.of(new EndlessLeases(0)));
        List<Account> two = List.of(new Account("a", "Ann", 100), new Account("b", "Bob", 200));
        assertThat(accounts.saveAll(two)).containsExactly(accounts.require("a"), accounts.require("b"));
        assertThatThrownBy(() -> accounts.saveAll(List.of(new Account("c", null, 1), two.get(1))))
                .isInstanceOf(DuplicateEntityException.class)
                .hasMessageContaining("Account:b");
        assertThat(exists("c")).isFalse();
        try (LockedAccount locked = accounts.lock("a")) {
            assertThatThrownBy(() -> accounts.saveAll(List.of(locked)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("saveAll takes new ones");
        }
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> StoreTests.row("id" + i, i))
                .toList();
    }
}
