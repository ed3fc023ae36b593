package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.internal.Turn;
import dev.lockproof.spi.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those who wait for a lock ask the provider. */
@Timeout(60)
class WaitTest extends ServiceFixture {

    private static final LockOptions PATIENT = LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(30));

    private final Gadget gadget = new Gadget("A");

    @Test
    void whoWaitsSubscribesAndTriesAgain() {
        Lease busy = provider.steal(gadget.lockKey());
        FutureTask<Boolean> waiter = start(() -> {
            realTimeLocks.acquire(gadget, PATIENT).close();
            return true;
        });
        eventually("the waiter has tried again", () -> provider.calls().size() == 3);
        provider.release(busy);
        resultOf(waiter);
        assertThat(provider.calls)
                .containsExactly("acquire A", "await A", "acquire A", "release A", "acquire A", "release A");
        assertThat(provider.watches).isEmpty();
    }

    @Test
    void aWakeUpThatIsLostCostsNoMoreThanASecond() {
        Lease busy = provider.steal(gadget.lockKey());
        provider.isDeaf = true;
        FutureTask<Long> waiter = start(() -> {
            realTimeLocks.acquire(gadget, PATIENT).close();
            return System.nanoTime();
        });
        eventually("the waiter watches", () -> provider.isWatched(gadget.lockKey()));
        provider.release(busy);
        long released = System.nanoTime();
        assertThat(Duration.ofNanos(resultOf(waiter) - released)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aKeyThatManyWantCostsTheProviderOneWaiter() {
        Lease busy = provider.steal(gadget.lockKey());
        int threads = 64;
        List<FutureTask<Boolean>> waiters = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            waiters.add(start(() -> {
                realTimeLocks.acquire(gadget, PATIENT).close();
                return true;
            }));
        }
        eventually("one watches", () -> provider.isWatched(gadget.lockKey()));
        provider.release(busy);
        waiters.forEach(ServiceFixture::resultOf);
        assertThat(provider.mostWatches).isEqualTo(1);
        assertThat(provider.calls.stream().filter("await A"::equals).count())
                .as("after a hand-off nobody needs to be woken by the provider")
                .isEqualTo(1);
        // Two attempts for the one that found it busy, a few polls at most, and one for each of the others.
        assertThat(provider.calls.stream().filter("acquire A"::equals).count()).isBetween(66L, 80L);
    }

    /** The one that gave up was told of that lease, because it stood next to its holder. */
    @Test
    void whoStoodBehindOneThatGaveUpLearnsOfALeaseThatBeganMeanwhile() {
        Lease busy = provider.steal(gadget.lockKey());
        CountDownLatch gotIt = new CountDownLatch(1);
        FutureTask<Boolean> stuck = startWaiting(PATIENT.withTtl(Duration.ofSeconds(1)), held -> {
            provider.forget(gadget.lockKey());
            gotIt.await();
            return held.lock().isHeld();
        });
        FutureTask<Boolean> hasty = startWaiting(PATIENT.withTimeout(Duration.ofMillis(500)), held -> true);
        FutureTask<Boolean> last = startWaiting(PATIENT.withTimeout(Duration.ofMinutes(10)), held -> {
            gotIt.countDown();
            return true;
        });
        provider.release(busy);
        assertThat(resultOf(last)).isTrue();
        assertThat(resultOf(stuck)).isFalse();
        assertThatThrownBy(() -> resultOf(hasty)).hasCauseInstanceOf(LockTimeoutException.class);
    }

    private interface Work {

        boolean with(Gadget.Held held) throws InterruptedException;
    }

    private FutureTask<Boolean> startWaiting(LockOptions options, Work work) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            try (Gadget.Held held = realTimeLocks.acquire(gadget, options)) {
                return work.with(held);
            }
        });
        Thread thread = new Thread(task, "waiter");
        thread.setDaemon(true);
        thread.start();
        eventually("the waiter is in line", () -> LockSupport.getBlocker(thread) instanceof Turn);
        return task;
    }

    @Test
    void aReleaseIsSentBeforeTheNextOneAsks() {
        Gadget.Held held = realTimeLocks.acquire(gadget);
        FutureTask<Boolean> next = start(() -> {
            realTimeLocks.acquire(gadget, PATIENT).close();
            return true;
        });
        held.close();
        resultOf(next);
        assertThat(provider.calls).containsExactly("acquire A", "release A", "acquire A", "release A");
    }
}
