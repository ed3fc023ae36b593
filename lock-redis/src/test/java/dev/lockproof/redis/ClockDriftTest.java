package dev.lockproof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockKey;
import dev.lockproof.LockLostException;
import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.Ticker;
import dev.lockproof.memory.InMemoryStore;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.OwnerId;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountRepository;
import dev.lockproof.test.entities.LockedAccount;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Redlock on servers and clients whose clocks differ in speed: within the limit of the model, one per cent, nobody believes while
 * another one does, and beyond it two do, and the store's fence decides. Time passes by small parts of a lease, and only when the
 * test lets it.
 */
@Timeout(120)
class ClockDriftTest {

    private static final double STEP = 0.002;

    /** How much before the servers' end of a lease it gets interesting. */
    private static final double BEFORE_END = 0.05;

    private final EntityStore store = InMemoryStore.create();
    private DriftingClocks clocks;
    private LockService locksOfHolder;
    private LockService locksOfNext;
    private AccountRepository holder;
    private AccountRepository next;

    /** Starts servers, a holder, and a next client whose clock goes right. */
    private void start(double speedOfServers, double speedOfHolder) {
        clocks = new DriftingClocks(speedOfServers);
        locksOfHolder = connect(speedOfHolder);
        locksOfNext = connect(1);
        holder = new AccountRepository(store, locksOfHolder);
        next = new AccountRepository(store, locksOfNext);
        holder.save(new Account("a", "Ann", 100));
    }

    private LockService connect(double speed) {
        Ticker ticker = clocks.ticker(speed);
        return LockService.builder(clocks.connect(ticker))
                .ticker(ticker)
                .options(LockOptions.DEFAULTS.withTtl(DriftingClocks.TTL))
                .build();
    }

    @AfterEach
    void stop() {
        if (locksOfHolder != null) {
            locksOfHolder.close();
            locksOfNext.close();
        }
        clocks.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.01, 1", "1, 0.99", "1.005, 0.995"})
    void twoNeverBelieveWhileClocksDifferByOnePerCent(double speedOfServers, double speedOfHolder) {
        start(speedOfServers, speedOfHolder);
        try (LockedAccount held = holder.lock("a")) {
            clocks.pass(1 / speedOfServers - BEFORE_END);
            assertThat(believesWhenTheNextHasTheLock(held)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"1.03, 1", "1, 0.97", "2.5, 1"})
    void clocksThatDifferTooMuchLetTwoBelieveAndTheStoreRefusesTheEarlier(double speedOfServers, double speedOfHolder) {
        start(speedOfServers, speedOfHolder);
        try (LockedAccount stale = holder.lock("a")) {
            stale.deposit(1);
            clocks.pass(1 / speedOfServers - BEFORE_END);
            assertThat(believesWhenTheNextHasTheLock(stale)).isTrue();
            assertThatThrownBy(() -> holder.save(stale)).isInstanceOf(LockLostException.class);
        }
        assertThat(holder.require("a").getBalance()).isEqualTo(110);
    }

    /** Lets time pass until the next one has the lock and writes, and tells whether the holder believes at that moment. */
    private boolean believesWhenTheNextHasTheLock(LockedAccount held) {
        return elsewhere(() -> {
            for (int step = 0; step < 2 * BEFORE_END / STEP; step++) {
                LockedAccount later = next.tryLock("a");
                if (later == null) {
                    clocks.pass(STEP);
                    continue;
                }
                try (later) {
                    later.deposit(10);
                    next.save(later);
                    return held.lock().isHeld();
                }
            }
            throw new AssertionError("The next one did not get the lock");
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.01, 1", "1, 0.99", "1.005, 0.995"})
    void whoStopsUntilAnotherHasTheLockIsNotGrantedItWhileClocksDifferByOnePerCent(
            double speedOfServers, double speedOfLate) {
        clocks = new DriftingClocks(speedOfServers);
        try (Late late = new Late(clocks, speedOfLate)) {
            for (double stopped = 1 - BEFORE_END; stopped < 1 + BEFORE_END; stopped += STEP) {
                assertThat(late.isGrantedAlthoughAnotherIs(stopped)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1.03, 1", "1, 0.97"})
    void whoStopsUntilAnotherHasTheLockIsGrantedItWhereClocksDifferTooMuch(double speedOfServers, double speedOfLate) {
        clocks = new DriftingClocks(speedOfServers);
        try (Late late = new Late(clocks, speedOfLate)) {
            assertThat(late.isGrantedAlthoughAnotherIs(1 / speedOfServers + STEP))
                    .isTrue();
        }
    }

    /**
     * A client that stops between the answers of the servers and its look at its clock, which is the second one, and another one that
     * asks meanwhile.
     */
    private static final class Late implements AutoCloseable {

        private final DriftingClocks clocks;
        private final RedlockProvider late;
        private final RedlockProvider other;
        private LockKey key = new LockKey("none");
        private double stopped;
        private int looks;
        private boolean isOtherGranted;

        Late(DriftingClocks clocks, double speed) {
            this.clocks = clocks;
            this.late = clocks.connect(() -> look(clocks.ticker(speed)));
            this.other = clocks.connect(clocks.ticker(1));
        }

        private long look(Ticker ticker) {
            looks++;
            if (looks == 2) {
                clocks.pass(stopped);
                isOtherGranted = isGranted(other);
            }
            return ticker.read();
        }

        private boolean isGranted(RedlockProvider provider) {
            return provider.tryAcquire(key, OwnerId.random(), DriftingClocks.TTL) instanceof Attempt.Granted;
        }

        boolean isGrantedAlthoughAnotherIs(double stopped) {
            this.stopped = stopped;
            key = new LockKey("Account:" + OwnerId.random());
            looks = 0;
            return isGranted(late) && isOtherGranted;
        }

        @Override
        public void close() {
            late.close();
            other.close();
        }
    }

    private static <V> V elsewhere(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        new Thread(task, "next").start();
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The other thread failed", e);
        }
    }
}
