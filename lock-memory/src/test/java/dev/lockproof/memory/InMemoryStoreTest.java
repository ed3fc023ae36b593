package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Condition;
import dev.lockproof.LockBackendException;
import dev.lockproof.Query;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.TransactionHook;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountFields;
import dev.lockproof.test.entities.AccountMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the store in memory promises beyond the contract. */
@Timeout(60)
class InMemoryStoreTest {

    private static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;

    private final InMemoryStore store = InMemoryStore.create();

    @Test
    void aCircleOfTransactionsIsBroken() throws Exception {
        int size = 3;
        CyclicBarrier allHaveOne = new CyclicBarrier(size);
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            insert(store, "id" + i, 0);
        }
        for (int i = 0; i < size; i++) {
            String first = "id" + i;
            String second = "id" + (i + 1) % size;
            tasks.add(start(() -> commits(store, () -> {
                claim(store, first, 33);
                await(allHaveOne);
                claim(store, second, 34);
            })));
        }
        List<Boolean> committed = new ArrayList<>();
        for (FutureTask<Boolean> task : tasks) {
            committed.add(task.get(30, TimeUnit.SECONDS));
        }
        assertThat(committed).containsOnlyOnce(false);
    }

    @Test
    void aCircleThroughTwoStoresIsBroken() throws Exception {
        InMemoryStore other = InMemoryStore.create();
        insert(store, "a", 0);
        insert(other, "a", 0);
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        FutureTask<Boolean> one = start(() -> commits(store, () -> {
            claim(store, "a", 33);
            await(bothHaveOne);
            claim(other, "a", 34); // by itself: the thread has no transaction of that store
        }));
        FutureTask<Boolean> two = start(() -> commits(other, () -> {
            claim(other, "a", 33);
            await(bothHaveOne);
            claim(store, "a", 34);
        }));
        assertThat(List.of(one.get(30, TimeUnit.SECONDS), two.get(30, TimeUnit.SECONDS)))
                .containsOnlyOnce(false);
    }

    @Test
    void theRefusedWriteOfACircleSaysWhatToDo() throws Exception {
        insert(store, "a", 0);
        insert(store, "b", 0);
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        FutureTask<String> one = start(() -> failure(() -> {
            claim(store, "a", 33);
            await(bothHaveOne);
            claim(store, "b", 34);
        }));
        FutureTask<String> two = start(() -> failure(() -> {
            claim(store, "b", 33);
            await(bothHaveOne);
            claim(store, "a", 34);
        }));
        String message = one.get(30, TimeUnit.SECONDS) + two.get(30, TimeUnit.SECONDS);
        assertThat(message)
                .containsPattern("Writing Account:[ab] would deadlock")
                .contains("same order");
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsSaysSo() throws Exception {
        insert(store, "a", 100);
        AtomicBoolean isStillInterrupted = new AtomicBoolean();
        FutureTask<String> waiting = new FutureTask<>(() -> {
            String message = failure(() -> claim(store, "a", 34));
            isStillInterrupted.set(Thread.interrupted());
            return message;
        });
        Thread thread = new Thread(waiting);
        store.inTransaction(() -> {
            claim(store, "a", 33);
            thread.start();
            thread.interrupt();
            assertThat(waiting)
                    .succeedsWithin(Duration.ofSeconds(30))
                    .asString()
                    .contains("Account:a");
        });
        assertThat(isStillInterrupted).isTrue();
        assertThat(claim(store, "a", 34)).isInstanceOf(Claim.Claimed.class);
    }

    /** Transfers between the rows go on all the time, so a sum that is off was read in the middle of a commit. */
    @Test
    void aQuerySeesAllOfACommitOrNothing() throws Exception {
        int rows = 200;
        for (int i = 0; i < rows; i++) {
            insert(store, "id" + i, 100);
        }
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong tokens = new AtomicLong();
        List<FutureTask<Long>> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writers.add(start(() -> {
                Random random = new Random(tokens.get());
                long committed = 0;
                while (!isOver.get()) {
                    committed += commits(store, () -> transfer(random, rows, tokens.incrementAndGet())) ? 1 : 0;
                }
                return committed;
            }));
        }
        for (int i = 0; i < 500; i++) {
            try (Stream<Row> all = store.stream(ACCOUNT, Query.all())) {
                assertThat(all.mapToLong(InMemoryStoreTest::balance).sum()).isEqualTo(rows * 100L);
            }
        }
        isOver.set(true);
        for (FutureTask<Long> writer : writers) {
            assertThat(writer.get(30, TimeUnit.SECONDS)).isPositive();
        }
    }

    /** Reads the row first that a commit that goes row by row would reach first. */
    @Test
    void aCommitIsOneStepForReadersOfSingleRows() throws Exception {
        insert(store, "a", 0);
        insert(store, "b", 0);
        FutureTask<Long> writer = start(() -> {
            for (long token = 1; token <= 30_000; token++) {
                long next = token;
                store.inTransaction(() -> {
                    claim(store, "a", next);
                    claim(store, "b", next);
                    store.update(ACCOUNT, row("a", next), next);
                    store.update(ACCOUNT, row("b", next), next);
                });
            }
            return 0L;
        });
        while (!writer.isDone()) {
            long first = balance(store.find(ACCOUNT, "a").orElseThrow());
            long second = balance(store.find(ACCOUNT, "b").orElseThrow());
            assertThat(second).isGreaterThanOrEqualTo(first);
        }
        assertThat(writer.get()).isZero();
    }

    @Test
    void aStreamKeepsWhatItFound() {
        insert(store, "a", 100);
        insert(store, "b", 200);
        try (Stream<Row> rows = store.stream(ACCOUNT, Query.all())) {
            claim(store, "a", 33);
            store.update(ACCOUNT, row("a", 999), 33);
            store.deleteById(ACCOUNT, "b");
            assertThat(rows.mapToLong(InMemoryStoreTest::balance)).containsExactlyInAnyOrder(100L, 200L);
        }
    }

    @Test
    void aHookThatThrowsAfterCompletionDoesNotKeepTheOthersFromBeingTold() {
        List<String> told = new ArrayList<>();
        store.inTransaction(() -> {
            insert(store, "a", 100);
            store.register(new TransactionHook() {
                @Override
                public void beforeCommit() {}

                @Override
                public void afterCompletion() {
                    throw new IllegalStateException("on purpose");
                }
            });
            store.register(new TransactionHook() {
                @Override
                public void beforeCommit() {}

                @Override
                public void afterCompletion() {
                    told.add("over");
                }
            });
        });
        assertThat(told).containsExactly("over");
        assertThat(store.count(ACCOUNT, Condition.all())).isEqualTo(1);
    }

    @Test
    void aHookThatIsRegisteredByAHookIsAskedToo() {
        List<String> told = new ArrayList<>();
        store.inTransaction(() -> {
            store.register(hook(() -> {
                told.add("first");
                store.register(hook(() -> told.add("second")));
            }));
        });
        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void storesShareNothing() {
        insert(store, "a", 100);
        assertThat(InMemoryStore.create().find(ACCOUNT, "a")).isEmpty();
    }

    @Test
    void aWriteThatWaitedForARollbackOfAnInsertFindsNothing() throws Exception {
        List<FutureTask<WriteResult>> late = new ArrayList<>();
        assertThatThrownBy(() -> store.inTransaction(() -> {
                    insert(store, "a", 100);
                    late.add(start(() -> store.update(ACCOUNT, row("a", 1), 33)));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(late.get(0).get(30, TimeUnit.SECONDS)).isEqualTo(WriteResult.MISSING);
    }

    private void transfer(Random random, int rows, long token) {
        String from = "id" + random.nextInt(rows);
        String to = "id" + random.nextInt(rows);
        if (!from.equals(to)
                && claim(store, from, token) instanceof Claim.Claimed<Row> first
                && claim(store, to, token) instanceof Claim.Claimed<Row> second) {
            store.update(ACCOUNT, row(from, balance(first.value()) - 1), token);
            store.update(ACCOUNT, row(to, balance(second.value()) + 1), token);
        }
    }

    private static boolean commits(InMemoryStore outer, Runnable work) {
        try {
            outer.inTransaction(work);
            return true;
        } catch (LockBackendException e) {
            return false;
        }
    }

    private String failure(Runnable work) {
        try {
            store.inTransaction(work);
            return "";
        } catch (LockBackendException e) {
            return e.getMessage();
        }
    }

    private static boolean insert(InMemoryStore store, String id, long balance) {
        return store.insert(ACCOUNT, row(id, balance));
    }

    private static Claim<Row> claim(InMemoryStore store, String id, long token) {
        return store.claim(ACCOUNT, id, token);
    }

    private static Row row(String id, long balance) {
        return ACCOUNT.row(new Account(id, null, balance));
    }

    private static long balance(Row row) {
        return row.require(AccountFields.BALANCE);
    }

    private static TransactionHook hook(Runnable beforeCommit) {
        return new TransactionHook() {
            @Override
            public void beforeCommit() {
                beforeCommit.run();
            }

            @Override
            public void afterCompletion() {}
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static <V> FutureTask<V> start(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
