package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A service over a fake provider, under a time that the test moves. */
abstract class ServiceFixture {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final LockOptions SECONDS_30 = LockOptions.DEFAULTS.withTtl(Duration.ofSeconds(30));

    /** 2 % of 30 s. */
    static final Duration MARGIN = Duration.ofMillis(600);

    final ManualTime time = new ManualTime();
    final FakeProvider provider = new FakeProvider();
    final LockService locks = LockService.builder(provider)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .ticker(time)
            .scheduler(time)
            .shutdownLimit(Duration.ZERO)
            .build();

    /** A service that waits in real time, because the threads that wait for it do. */
    final LockService realTimeLocks =
            LockService.builder(provider).shutdownLimit(Duration.ZERO).build();

    /** Nothing is held, neither here nor by the provider, and the thread may take locks again. */
    void assertNothingIsLeft() {
        assertThat(locks.held()).isEmpty();
        assertThat(provider.held).isEmpty();
        locks.acquire(new Gadget("another")).close();
        locks.acquire(new Gadget("A")).close();
    }

    static <V> FutureTask<V> start(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "other");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    static <V> V resultOf(FutureTask<V> task) {
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Did not happen: " + what);
            }
            LockSupport.parkNanos(100_000);
        }
    }
}
