package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.spi.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an acquisition asks the provider, in which order, and what it leaves behind when it fails. */
@Timeout(60)
class AcquisitionTest extends ServiceFixture {

    private final Gadget gadget = new Gadget("A");

    @Test
    void aFreeLockCostsOneRequestAndItsReleaseAnother() {
        locks.acquire(gadget).close();
        assertThat(provider.calls).containsExactly("acquire A", "release A");
    }

    @Test
    void theTokenIsTheOneOfTheAcquireReply() {
        try (Gadget.Held held = locks.acquire(gadget)) {
            assertThat(held.lock().token()).isEqualTo(provider.leases.get(0).token());
        }
    }

    @Test
    void aNestedAcquisitionAsksNobody() {
        AtomicInteger claims = new AtomicInteger();
        Gadget other = new Gadget("B").withRow(grant -> {
            claims.incrementAndGet();
            return new Claim.Missing<>();
        });
        try (Gadget.Held held = locks.acquire(gadget)) {
            assertThatThrownBy(() -> locks.acquire(other)).isInstanceOf(NestedAcquisitionException.class);
            assertThatThrownBy(() -> locks.tryAcquire(other)).isInstanceOf(NestedAcquisitionException.class);
            assertThatThrownBy(() -> locks.acquireBoth(other, gadget)).isInstanceOf(NestedAcquisitionException.class);
            assertThat(held.lock().isHeld()).isTrue();
        }
        assertThat(provider.calls).containsExactly("acquire A", "release A");
        assertThat(claims).hasValue(0);
    }

    @Test
    void aRequestWithoutAnAnswerIsTakenBack() {
        provider.onTheWayBack = () -> {
            throw new LockBackendException("no answer", false, null);
        };
        assertThatThrownBy(() -> locks.acquire(gadget)).hasMessageContaining("no answer");
        assertThat(provider.calls).containsExactly("acquire A", "release A");
        assertThat(provider.held).isEmpty();
        provider.onTheWayBack = () -> {};
        assertNothingIsLeft();
    }

    @Test
    void aReleaseThatFailsIsLoggedAndNotThrown() {
        Gadget unreleased = new Gadget("unreleased");
        Gadget.Held held = locks.acquire(unreleased);
        provider.onTheWay = () -> {
            throw new LockBackendException("on purpose", false, null);
        };
        held.close();
        provider.onTheWay = () -> {};
        held.close();
        assertThat(provider.calls).containsExactly("acquire unreleased", "release unreleased");
        assertThat(RecordingLoggers.warningsAbout(unreleased.lockKey()))
                .singleElement()
                .asString()
                .contains("on purpose");
        provider.forget(unreleased.lockKey());
        assertNothingIsLeft();
    }

    @Test
    void twoThreadsThatReleaseAtTheSameTimeReleaseOnce() {
        int rounds = 2_000;
        for (int i = 0; i < rounds; i++) {
            Gadget.Held held = locks.acquire(gadget);
            CyclicBarrier together = new CyclicBarrier(2);
            FutureTask<Boolean> other = start(() -> {
                together.await();
                held.close();
                return true;
            });
            try {
                together.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new AssertionError(e);
            }
            held.close();
            resultOf(other);
        }
        assertThat(provider.calls.stream().filter("release A"::equals).count()).isEqualTo(rounds);
    }

    @Test
    void aPersistentOfTheCallersOwnIsRefused() {
        Persistent<String, Gadget.Held> foreign = new Persistent<>() {
            @Override
            public String entity() {
                return "";
            }

            @Override
            public LockKey lockKey() {
                return new LockKey("foreign");
            }
        };
        assertThatThrownBy(() -> locks.acquire(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("foreign");
        assertThatThrownBy(() -> locks.acquire(Optional.of(foreign))).isInstanceOf(IllegalArgumentException.class);
        assertThat(provider.calls).isEmpty();
    }

    @Test
    void theListenerIsTold() {
        List<String> told = new ArrayList<>();
        LockService listened = LockService.builder(provider)
                .ticker(time)
                .scheduler(time)
                .listener(new LockListener() {
                    @Override
                    public void acquired(LockKey key, Duration waited) {
                        told.add("acquired " + key + " " + waited);
                    }

                    @Override
                    public void timedOut(LockKey key, Duration waited) {
                        told.add("timed out " + key + " " + waited);
                    }

                    @Override
                    public void released(LockKey key, Duration held) {
                        told.add("released " + key + " " + held);
                    }
                })
                .build();
        provider.onTheWay = () -> time.pass(Duration.ofSeconds(1));
        listened.acquire(gadget).close();
        provider.steal(gadget.lockKey());
        assertThat(listened.tryAcquire(gadget)).isNull();
        assertThat(told).containsExactly("acquired A PT1S", "released A PT2S", "timed out A PT1S");
    }

    @Test
    void closingClosesTheProviderAfterTheLastRelease() {
        Gadget.Held held = locks.acquire(gadget);
        locks.close();
        held.close();
        assertThat(provider.calls).startsWith("acquire A", "release A", "close");
        assertThat(held.lock().isHeld()).isFalse();
        assertThatThrownBy(held.lock()::ensureHeld).isInstanceOf(LockLostException.class);
    }
}
