package dev.lockproof.jdbc;

import static dev.lockproof.jdbc.Accounts.ACCOUNT;
import static dev.lockproof.jdbc.Accounts.insert;
import static dev.lockproof.jdbc.Accounts.update;
import static dev.lockproof.testservers.Background.resultOf;
import static dev.lockproof.testservers.Background.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockBackendException;
import dev.lockproof.test.entities.AccountFields;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions that wait for each other: one of them ends, and nothing of it stays. */
class DeadlockTest {

    /** MariaDB ends a transaction at once that is chosen to break a deadlock; what follows must not be stored. */
    @ParameterizedTest
    @EnumSource
    void nothingIsStoredThatFollowsADeadlock(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            insert(store, "a", 0);
            insert(store, "b", 0);
            store.claim(ACCOUNT, "a", 1);
            store.claim(ACCOUNT, "b", 1);
            CountDownLatch bothHaveOne = new CountDownLatch(2);
            FutureTask<String> ab = start(() -> writesBoth(store, "a", "b", bothHaveOne));
            FutureTask<String> ba = start(() -> writesBoth(store, "b", "a", bothHaveOne));
            List<String> ends = Stream.of(resultOf(ab), resultOf(ba)).toList();
            assertThat(ends)
                    .anyMatch(end -> end.contains("met another transaction") || end.contains("not over in time"));
            assertThat(store.count(ACCOUNT, AccountFields.ID.startsWith("after")))
                    .isEqualTo(ends.stream().filter("committed"::equals).count());
        }
    }

    /** An insert that loses against another one waits in InnoDB for a lock that others may wait for too. */
    @ParameterizedTest
    @EnumSource
    void singleStatementsNeverFailForADeadlock(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            JdbcStore store = database.emptyStore(List.of(ACCOUNT));
            List<FutureTask<Boolean>> threads = IntStream.range(0, 8)
                    .mapToObj(thread -> start(() -> {
                        for (int i = 0; i < 150; i++) {
                            insert(store, "a", i);
                            store.claim(ACCOUNT, "a", i + 1);
                            store.deleteById(ACCOUNT, "a");
                        }
                        return true;
                    }))
                    .toList();
            threads.forEach(thread -> assertThat(resultOf(thread)).isTrue());
        }
    }

    /** Swallows what it should not. */
    private static String writesBoth(JdbcStore store, String first, String second, CountDownLatch bothHaveOne) {
        try {
            store.inTransaction(() -> {
                update(store, first, 1, 1);
                bothHaveOne.countDown();
                await(bothHaveOne);
                Stream.<Runnable>of(() -> update(store, second, 1, 1), () -> insert(store, "after " + first, 1))
                        .forEach(DeadlockTest::swallowing);
            });
            return "committed";
        } catch (LockBackendException e) {
            return e.getCause().getMessage();
        }
    }

    private static void swallowing(Runnable work) {
        try {
            work.run();
        } catch (LockBackendException e) {
            assertThat(e).isNotNull();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
