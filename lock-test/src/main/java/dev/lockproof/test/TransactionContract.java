package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Condition;
import dev.lockproof.LockException;
import dev.lockproof.Query;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Transactions of one thread, as it and others see them. */
interface TransactionContract extends StoreTests {

    @Test
    default void aTransactionReturnsWhatItsWorkDoes() {
        assertThat(store().inTransaction(() -> insert("a", 100))).isTrue();
        assertThat(store().<String>inTransaction(() -> null)).isNull();
        assertThat(balance("a")).isEqualTo(100);
    }

    @Test
    default void aTransactionWritesAllOrNothing() {
        insert("a", 100);
        insert("b", 200);
        insert("c", 300);
        claim("a", 33);
        claim("b", 33);
        RuntimeException failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    update("a", 101, 33);
                    delete("b", 33);
                    store().deleteById(ACCOUNT, "c");
                    insert("d", 400);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(balance("a")).isEqualTo(100);
        assertThat(balance("b")).isEqualTo(200);
        assertThat(balance("c")).isEqualTo(300);
        assertThat(exists("d")).isFalse();
        assertThat(update("a", 102, 33)).as("the fence is as before").isEqualTo(WriteResult.WRITTEN);
        assertThat(insert("d", 401)).as("the id is free").isTrue();
    }

    @Test
    default void anythingThrownRollsBack() {
        for (Throwable failure : new Throwable[] {new RuntimeException(), new AssertionError(), new IOException()}) {
            assertThatThrownBy(() -> store().inTransaction(() -> {
                        insert("a", 100);
                        sneak(failure);
                    }))
                    .isSameAs(failure);
            assertThat(exists("a")).isFalse();
        }
    }

    @Test
    default void aTransactionReadsItsOwnWrites() {
        insert("a", 100);
        insert("b", 200);
        store().inTransaction(() -> {
            claim("a", 33);
            update("a", 101, 33);
            store().deleteById(ACCOUNT, "b");
            insert("c", 300);
            assertThat(balance("a")).isEqualTo(101);
            assertThat(exists("b")).isFalse();
            assertThat(balance("c")).isEqualTo(300);
            assertThat(store().count(ACCOUNT, Condition.all())).isEqualTo(2);
            try (Stream<Row> rows = store().stream(ACCOUNT, Query.all())) {
                assertThat(rows.mapToLong(StoreTests::balanceOf)).containsExactlyInAnyOrder(101L, 300L);
            }
            assertThat(insert("c", 301)).isFalse();
            assertThat(insert("b", 201)).isTrue();
            assertThat(balance("b")).isEqualTo(201);
        });
        assertThat(balance("a")).isEqualTo(101);
        assertThat(balance("b")).isEqualTo(201);
        assertThat(balance("c")).isEqualTo(300);
    }

    @Test
    default void othersSeeNothingBeforeTheCommit() {
        insert("a", 100);
        insert("b", 200);
        claim("a", 33);
        store().inTransaction(() -> {
            update("a", 101, 33);
            store().deleteById(ACCOUNT, "b");
            insert("c", 300);
            assertThat(Threads.elsewhere(() -> balance("a"))).isEqualTo(100);
            assertThat(Threads.elsewhere(() -> exists("b"))).isTrue();
            assertThat(Threads.elsewhere(() -> exists("c"))).isFalse();
            assertThat(Threads.elsewhere(() -> store().count(ACCOUNT, Condition.all())))
                    .isEqualTo(2);
        });
        assertThat(Threads.elsewhere(() -> balance("a"))).isEqualTo(101);
        assertThat(Threads.elsewhere(() -> exists("b"))).isFalse();
        assertThat(Threads.elsewhere(() -> exists("c"))).isTrue();
    }

    @Test
    default void anInnerTransactionJoinsTheOuterOne() {
        store().inTransaction(() -> {
            store().inTransaction(() -> insert("a", 100));
            assertThat(Threads.elsewhere(() -> exists("a"))).isFalse();
            assertThat(balance("a")).isEqualTo(100);
        });
        assertThat(balance("a")).isEqualTo(100);
    }

    @Test
    default void whatAnInnerTransactionWroteIsRolledBackWithTheOuterOne() {
        RuntimeException failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    store().inTransaction(() -> insert("a", 100));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(exists("a")).isFalse();
    }

    @Test
    default void aFailureOfAnInnerTransactionRollsTheOuterOneBackEvenIfItIsCaught() {
        RuntimeException failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    insert("a", 100);
                    assertThatThrownBy(() -> store().inTransaction(() -> {
                                throw failure;
                            }))
                            .isSameAs(failure);
                }))
                .isInstanceOf(LockException.class)
                .hasCause(failure);
        assertThat(exists("a")).isFalse();
    }

    @Test
    default void aRefusedWriteInsideATransactionLeavesItUsable() {
        insert("a", 100);
        store().inTransaction(() -> {
            assertThat(insert("a", 999)).isFalse();
            assertThat(update("a", 999, 33)).isEqualTo(WriteResult.FENCED);
            assertThat(claim("none", 33)).isEqualTo(new Claim.Missing<>());
            assertThat(insert("b", 200)).isTrue();
        });
        assertThat(balance("a")).isEqualTo(100);
        assertThat(balance("b")).isEqualTo(200);
    }

    @Test
    default void aClaimThatIsRolledBackLeavesTheFenceAsItWas() {
        insert("a", 100);
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    claim("a", 33);
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(update("a", 101, 33)).isEqualTo(WriteResult.FENCED);
        assertThat(claim("a", 33)).isInstanceOf(Claim.Claimed.class);
    }

    @Test
    default void oneTransactionFollowsAnother() {
        for (long token = 1; token <= 50; token++) {
            long next = token;
            store().inTransaction(() -> {
                insert("a", 0);
                long balance = StoreTests.claimedBalance(claim("a", next));
                update("a", balance + 1, next);
            });
        }
        assertThat(balance("a")).isEqualTo(50);
    }

    /** Throws without saying so. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}
