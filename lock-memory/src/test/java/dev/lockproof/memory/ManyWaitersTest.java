package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.LockOptions;
import dev.lockproof.LockService;
import dev.lockproof.LockTimeoutException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand threads want one lock. */
@Timeout(180)
class ManyWaitersTest {

    private static final int THREADS = 10_000;
    private static final long SMALL_STACK = 64 * 1024;

    private final InMemoryLockProvider provider = InMemoryLockProvider.create();
    private final LockService locks = LockService.of(provider);
    private final Item item = new Item("wanted");
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger timedOut = new AtomicInteger();
    private int guarded;

    @Test
    void allOfThemGetIt() throws InterruptedException {
        List<Thread> threads = startWaiters(LockOptions.DEFAULTS.withTimeout(Duration.ofMinutes(2)), whileHeld -> {
            assertThat(provider.watchedKeys())
                    .as("all of them wait in this process")
                    .isZero();
        });
        joinAll(threads);
        assertThat(guarded).isEqualTo(THREADS);
        assertThat(timedOut).hasValue(0);
        assertNothingIsKept();
    }

    @Test
    void allOfThemGiveUp() throws InterruptedException {
        List<Thread> threads = startWaiters(LockOptions.DEFAULTS.withTimeout(Duration.ofMillis(100)), this::joinAll);
        joinAll(threads);
        assertThat(guarded).isZero();
        assertThat(timedOut).hasValue(THREADS);
        assertNothingIsKept();
    }

    /** Starts the waiters while the lock is held, and does something before it is released. */
    private List<Thread> startWaiters(LockOptions options, WhileHeld whileHeld) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(THREADS);
        List<Thread> threads = new ArrayList<>();
        Function<Runnable, Thread> threadFactory = threads();
        try (Item.Held held = locks.acquire(item)) {
            for (int i = 0; i < THREADS; i++) {
                Thread thread = threadFactory.apply(() -> {
                    started.countDown();
                    useLock(options);
                });
                threads.add(thread);
                thread.start();
            }
            assertThat(started.await(60, TimeUnit.SECONDS))
                    .as("all have started")
                    .isTrue();
            assertThat(held.lock().isHeld()).isTrue();
            assertThat(entered).hasValue(0);
            whileHeld.run(threads);
        }
        return threads;
    }

    private void useLock(LockOptions options) {
        try (Item.Held held = locks.acquire(item, options)) {
            entered.incrementAndGet();
            guarded += held.lock().isHeld() ? 1 : 0;
        } catch (LockTimeoutException e) {
            timedOut.incrementAndGet();
        }
    }

    private void assertNothingIsKept() {
        assertThat(provider.size()).isZero();
        assertThat(provider.watchedKeys()).isZero();
        assertThat(locks.held()).isEmpty();
    }

    private void joinAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(120));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    /** Virtual threads where there are any; otherwise threads with small stacks. */
    private static Function<Runnable, Thread> threads() {
        try {
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Method unstarted = Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
            return task -> unstartedVirtual(virtual, unstarted, task);
        } catch (ReflectiveOperationException e) {
            return task -> new Thread(null, task, "waiter", SMALL_STACK);
        }
    }

    private static Thread unstartedVirtual(Object virtual, Method unstarted, Runnable task) {
        try {
            return (Thread) unstarted.invoke(virtual, task);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private interface WhileHeld {
        void run(List<Thread> threads) throws InterruptedException;
    }
}
