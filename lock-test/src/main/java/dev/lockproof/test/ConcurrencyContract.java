package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockException;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What holds when 8 threads believe that they hold the lock. */
interface ConcurrencyContract extends StoreTests {

    int THREADS = 8;
    int ROUNDS = 100;

    /** No lock is taken: each thread has a token of its own, and only the fence keeps them apart. */
    @Test
    default void noUpdateIsLostWithoutAnyLock() {
        insert("a", 0);
        AtomicLong tokens = new AtomicLong();
        List<Integer> written = Threads.together(THREADS, () -> {
            int count = 0;
            for (int i = 0; i < ROUNDS; i++) {
                count += adds("a", tokens.incrementAndGet()) ? 1 : 0;
            }
            return count;
        });
        int sum = written.stream().mapToInt(Integer::intValue).sum();
        assertThat(balance("a")).isEqualTo(sum);
        assertThat(sum).isPositive();
    }

    @Test
    default void eachTokenClaimsAtMostOnceAndTheLargestWins() {
        insert("a", 0);
        AtomicLong tokens = new AtomicLong();
        List<List<Long>> claimed = Threads.together(THREADS, () -> {
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                long token = tokens.incrementAndGet();
                Claim<Row> claim = claim("a", token);
                if (claim instanceof Claim.Claimed<Row>) {
                    mine.add(token);
                } else {
                    assertThat(claim)
                            .isInstanceOfSatisfying(
                                    Claim.Superseded.class,
                                    superseded -> assertThat(superseded.fence()).isGreaterThan(token));
                }
            }
            return mine;
        });
        long last = (long) THREADS * ROUNDS;
        assertThat(claimed.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .contains(last);
        assertThat(update("a", 1, last)).isEqualTo(WriteResult.WRITTEN);
    }

    @Test
    default void oneOfManyInsertsOfAnIdSucceeds() {
        for (int i = 0; i < 20; i++) {
            String id = "id" + i;
            List<Boolean> inserted = Threads.together(THREADS, () -> insert(id, 1));
            assertThat(inserted).containsOnlyOnce(true);
            List<Boolean> deleted = Threads.together(THREADS, () -> store().deleteById(ACCOUNT, id));
            assertThat(deleted).containsOnlyOnce(true);
        }
    }

    @Test
    default void transfersKeepTheSum() {
        int accounts = 5;
        for (int i = 0; i < accounts; i++) {
            insert("id" + i, 1_000);
        }
        AtomicLong tokens = new AtomicLong();
        List<Integer> committed = Threads.together(THREADS, () -> {
            int count = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long token = tokens.incrementAndGet();
                int from = (int) (token % accounts);
                int to = (int) ((token * 7 + 1) % accounts);
                count += from != to && transfers("id" + Math.min(from, to), "id" + Math.max(from, to), token) ? 1 : 0;
            }
            return count;
        });
        long sum = 0;
        for (int i = 0; i < accounts; i++) {
            sum += balance("id" + i);
        }
        assertThat(sum).isEqualTo(accounts * 1_000L);
        assertThat(committed.stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    private boolean adds(String id, long token) {
        return claim(id, token) instanceof Claim.Claimed<Row> claimed
                && update(id, StoreTests.balanceOf(claimed.value()) + 1, token) == WriteResult.WRITTEN;
    }

    private boolean transfers(String from, String to, long token) {
        try {
            store().inTransaction(() -> {
                if (claim(from, token) instanceof Claim.Claimed<Row> first
                        && claim(to, token) instanceof Claim.Claimed<Row> second) {
                    update(from, StoreTests.balanceOf(first.value()) - 1, token);
                    update(to, StoreTests.balanceOf(second.value()) + 1, token);
                } else {
                    throw new IllegalStateException("too late");
                }
            });
            return true;
        } catch (IllegalStateException | LockException e) {
            return false;
        }
    }
}
