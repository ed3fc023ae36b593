package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.HeldLock;
import dev.lockproof.LockService;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a service says about its locks, and how it ends. */
interface ShutdownContract extends ServiceTests {

    @Test
    default void heldLocksAreListedOldestFirst() {
        Thing older = newThing();
        Thing newer = newThing();
        Thing.Held first = Threads.elsewhere(() -> locks().acquire(older));
        try (Thing.Held second = locks().acquire(newer)) {
            assertThat(locks().held()).extracting(HeldLock::key).containsExactly(older.lockKey(), newer.lockKey());
            HeldLock held = locks().held().get(1);
            assertThat(held.holder()).isEqualTo(Thread.currentThread().getName());
            assertThat(held.token()).isEqualTo(second.lock().token());
            assertThat(held.since()).isEqualTo(second.lock().acquiredAt());
            assertThat(held.since())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            assertThat(held.remaining()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
            assertThat(otherLocks().held()).isEmpty();
        }
        first.close();
        assertThat(locks().held()).isEmpty();
    }

    @Test
    default void aClosedServiceRefusesAcquisitions() {
        LockService service = newService(builder -> builder);
        Thing thing = newThing();
        service.close();
        service.close();
        assertThatThrownBy(() -> service.acquire(thing)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> service.tryAcquire(thing)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> service.acquireBoth(thing, newThing())).isInstanceOf(IllegalStateException.class);
        assertThat(ServiceTests.isFree(locks(), thing)).isTrue();
        locks().acquire(thing).close();
    }

    @Test
    default void closingSendsWaitersAway() {
        LockService service = newService(builder -> builder.shutdownLimit(Duration.ZERO));
        Thing thing = newThing();
        try (Thing.Held held = locks().acquire(thing)) {
            FutureTask<String> first = Threads.start(() -> messageOfRefusal(service, thing));
            FutureTask<String> second = Threads.start(() -> messageOfRefusal(service, thing));
            service.close();
            assertThat(Threads.resultOf(first)).contains("closed");
            assertThat(Threads.resultOf(second)).contains("closed");
            assertThat(held.lock().isHeld()).isTrue();
        }
    }

    @Test
    default void closingWaitsForOpenScopes() {
        LockService service = newService(builder -> builder.shutdownLimit(Duration.ofSeconds(20)));
        Thing thing = newThing();
        Threads.Work<Boolean> closing;
        try (Thing.Held held = service.acquire(thing)) {
            closing = Threads.start(() -> {
                service.close();
                return true;
            });
            closing.awaitWait();
            assertThat(held.lock().isHeld()).isTrue();
            assertThat(closing.isDone()).isFalse();
        }
        assertThat(Threads.resultOf(closing)).isTrue();
    }

    @Test
    default void scopesThatStayOpenAreLost() {
        LockService service = newService(builder -> builder.shutdownLimit(Duration.ofMillis(10)));
        Thing thing = newThing();
        AtomicInteger told = new AtomicInteger();
        Thing.Held held = service.acquire(thing);
        held.lock().onLost(told::incrementAndGet);
        service.close();
        assertThat(held.lock().isHeld()).isFalse();
        Eventually.until("the action has run", () -> told.get() == 1);
        Eventually.until("the lease is released", () -> ServiceTests.isFree(locks(), thing));
        held.close();
        locks().acquire(thing).close();
        assertThat(told).hasValue(1);
    }

    private static String messageOfRefusal(LockService service, Thing thing) {
        try (Thing.Held held = service.acquire(thing, PATIENT)) {
            return "acquired " + held.lock();
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
