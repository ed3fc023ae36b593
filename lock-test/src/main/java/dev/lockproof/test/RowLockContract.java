package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockException;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Who writes a row that a transaction has changed waits until it is over, and nobody waits for ever. */
interface RowLockContract extends StoreTests {

    @Test
    default void aClaimWaitsForTheWriterToCommitAndReadsWhatItWrote() {
        insert("a", 100);
        claim("a", 33);
        FutureTask<Claim<Row>> next = inTransaction(() -> update("a", 110, 33), () -> claim("a", 34));
        assertThat(StoreTests.claimedBalance(Threads.resultOf(next))).isEqualTo(110);
        assertThat(update("a", 111, 33)).isEqualTo(WriteResult.FENCED);
    }

    @Test
    default void aClaimWaitsForTheWriterToRollBackAndReadsWhatWasThere() {
        insert("a", 100);
        claim("a", 33);
        FutureTask<Claim<Row>> next = inTransactionThatFails(() -> update("a", 110, 33), () -> claim("a", 34));
        assertThat(StoreTests.claimedBalance(Threads.resultOf(next))).isEqualTo(100);
    }

    @Test
    default void aStaleWriteWaitsForTheClaimToCommitAndIsRefused() {
        insert("a", 100);
        claim("a", 33);
        FutureTask<WriteResult> stale = inTransaction(() -> claim("a", 34), () -> update("a", 110, 33));
        assertThat(Threads.resultOf(stale)).isEqualTo(WriteResult.FENCED);
        assertThat(balance("a")).isEqualTo(100);
    }

    @Test
    default void aWriteWaitsForADeletionToCommitAndFindsNothing() {
        insert("a", 100);
        claim("a", 33);
        FutureTask<WriteResult> next =
                inTransaction(() -> store().deleteById(ACCOUNT, "a"), () -> update("a", 110, 33));
        assertThat(Threads.resultOf(next)).isEqualTo(WriteResult.MISSING);
        assertThat(exists("a")).isFalse();
    }

    @Test
    default void anInsertWaitsForTheSameIdToCommitAndIsADuplicate() {
        FutureTask<Boolean> next = inTransaction(() -> insert("a", 100), () -> insert("a", 200));
        assertThat(Threads.resultOf(next)).isFalse();
        assertThat(balance("a")).isEqualTo(100);
    }

    @Test
    default void anInsertWaitsForTheSameIdToRollBackAndTakesIt() {
        FutureTask<Boolean> next = inTransactionThatFails(() -> insert("a", 100), () -> insert("a", 200));
        assertThat(Threads.resultOf(next)).isTrue();
        assertThat(balance("a")).isEqualTo(200);
    }

    @Test
    default void transactionsOnDifferentRowsDoNotWait() {
        insert("a", 100);
        insert("b", 200);
        store().inTransaction(() -> {
            claim("a", 33);
            assertThat(Threads.elsewhere(() -> store().inTransaction(() -> claim("b", 33))))
                    .isInstanceOf(Claim.Claimed.class);
        });
    }

    @Test
    default void twoTransactionsThatWaitForEachOtherDoNotWaitForEver() {
        insert("a", 0);
        insert("b", 0);
        CountDownLatch bothHaveOne = new CountDownLatch(2);
        FutureTask<Boolean> ab = Threads.start(() -> claimsBoth("a", "b", bothHaveOne));
        FutureTask<Boolean> ba = Threads.start(() -> claimsBoth("b", "a", bothHaveOne));
        List<Boolean> committed = List.of(Threads.resultOf(ab), Threads.resultOf(ba));
        assertThat(committed).as("at least one is refused").contains(false);
        assertThat(balance("a")).isEqualTo(balance("b")).isEqualTo(committed.contains(true) ? 1 : 0);
    }

    private boolean claimsBoth(String first, String second, CountDownLatch bothHaveOne) {
        try {
            store().inTransaction(() -> {
                add(first);
                bothHaveOne.countDown();
                Threads.await(bothHaveOne);
                add(second);
            });
            return true;
        } catch (LockException e) {
            return false;
        }
    }

    private void add(String id) {
        long balance = StoreTests.claimedBalance(claim(id, 33));
        update(id, balance + 1, 33);
    }

    /** Does work in a transaction, and starts a thread that must wait for its end. */
    private <V> FutureTask<V> inTransaction(Runnable work, Callable<V> other) {
        return store().inTransaction(() -> {
            work.run();
            FutureTask<V> next = Threads.start(other);
            assertThat(Threads.isStuckForAMoment(next)).isTrue();
            return next;
        });
    }

    /** Does work in a transaction that is rolled back, and starts a thread that must wait for its end. */
    private <V> FutureTask<V> inTransactionThatFails(Runnable work, Callable<V> other) {
        List<FutureTask<V>> started = new ArrayList<>();
        RuntimeException failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> store().inTransaction(() -> {
                    started.add(inTransaction(work, other));
                    throw failure;
                }))
                .isSameAs(failure);
        return started.get(0);
    }
}
