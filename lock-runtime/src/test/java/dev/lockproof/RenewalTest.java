package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a lease is kept alive. */
class RenewalTest extends ServiceFixture {

    private static final LockOptions RENEWED = SECONDS_30.withRenew(true);

    private final Gadget gadget = new Gadget("renewal");
    private final AtomicInteger lost = new AtomicInteger();

    private Gadget.Held acquire(LockOptions options) {
        Gadget.Held held = locks.acquire(gadget, options);
        held.lock().onLost(lost::incrementAndGet);
        return held;
    }

    @Test
    void aLeaseIsRenewedWhenAThirdHasPassed() {
        try (Gadget.Held held = acquire(RENEWED)) {
            time.advance(Duration.ofSeconds(10).minusNanos(1));
            assertThat(provider.calls).containsExactly("acquire renewal");
            time.advance(Duration.ofNanos(1));
            assertThat(provider.calls).containsExactly("acquire renewal", "renew renewal");
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofSeconds(30).minus(MARGIN));
            time.advance(Duration.ofMinutes(5));
            assertThat(held.lock().isHeld()).isTrue();
        }
        assertThat(time.scheduled()).isZero();
        assertThat(lost).hasValue(0);
    }

    @Test
    void aRenewalIsCountedFromBeforeItWasSent() {
        try (Gadget.Held held = acquire(RENEWED)) {
            provider.onTheWay = () -> time.pass(Duration.ofSeconds(2));
            time.advance(Duration.ofSeconds(10));
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofSeconds(28).minus(MARGIN));
            provider.onTheWay = () -> {};
        }
    }

    @Test
    void aRenewalThatFailsIsNotYetALoss() {
        AtomicInteger failures = new AtomicInteger();
        try (Gadget.Held held = acquire(RENEWED)) {
            provider.onTheWay = () -> {
                failures.incrementAndGet();
                throw new LockBackendException("on purpose", false, null);
            };
            time.advance(Duration.ofSeconds(20));
            assertThat(failures.get()).as("attempts").isGreaterThan(2);
            assertThat(held.lock().isHeld()).isTrue();
            provider.onTheWay = () -> {};
            time.advance(Duration.ofMinutes(2));
            assertThat(held.lock().isHeld()).isTrue();
        }
        assertThat(lost).hasValue(0);
    }

    @Test
    void anErrorInARenewalIsNotYetALossAndIsLogged() {
        Gadget erring = new Gadget("error in a renewal");
        try (Gadget.Held held = locks.acquire(erring, RENEWED)) {
            provider.onTheWay = () -> {
                provider.onTheWay = () -> {};
                throw new LinkageError("on purpose");
            };
            time.advance(Duration.ofMinutes(2));
            assertThat(held.lock().isHeld()).isTrue();
        }
        assertThat(RecordingLoggers.warningsAbout(erring.lockKey()))
                .singleElement()
                .asString()
                .contains("on purpose");
    }

    @Test
    void aRenewalThatTheSchedulerRefusesIsLogged() {
        AtomicBoolean isShutDown = new AtomicBoolean();
        LockService unscheduled = LockService.builder(provider)
                .ticker(time)
                .scheduler((task, delay) -> {
                    if (isShutDown.get()) {
                        throw new RejectedExecutionException("on purpose");
                    }
                    return time.schedule(task, delay);
                })
                .build();
        Gadget refused = new Gadget("refused renewal");
        try (Gadget.Held held = unscheduled.acquire(refused, RENEWED)) {
            isShutDown.set(true);
            time.advance(Duration.ofSeconds(10));
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofSeconds(30).minus(MARGIN));
            assertThat(RecordingLoggers.warningsAbout(refused.lockKey()))
                    .singleElement()
                    .asString()
                    .contains("scheduler", "on purpose");
        }
    }

    @Test
    void aLeaseThatCannotBeRenewedRunsOut() {
        try (Gadget.Held held = acquire(RENEWED)) {
            provider.onTheWay = () -> {
                throw new LockBackendException("on purpose", false, null);
            };
            time.advance(Duration.ofSeconds(30).minus(MARGIN).minusNanos(1));
            assertThat(lost).hasValue(0);
            time.advance(Duration.ofNanos(1));
            assertThat(lost).hasValue(1);
            assertThat(held.lock().isHeld()).isFalse();
            provider.onTheWay = () -> {};
        }
        assertThat(lost).hasValue(1);
    }

    @Test
    void anotherOwnerIsALossAtOnce() {
        try (Gadget.Held held = acquire(RENEWED)) {
            provider.steal(gadget.lockKey());
            assertThat(held.lock().isHeld()).as("not known yet").isTrue();
            time.advance(Duration.ofSeconds(10));
            assertThat(held.lock().isHeld()).isFalse();
            assertThat(lost).hasValue(1);
            assertThatThrownBy(held.lock()::ensureHeld)
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("somebody else");
            time.advance(Duration.ofMinutes(5));
            assertThat(provider.calls).containsExactly("acquire renewal", "renew renewal");
        }
        assertThat(provider.held).as("the other owner's lease").containsKey(gadget.lockKey());
    }

    @Test
    void aRenewalThatArrivesLateBringsNothingBack() {
        try (Gadget.Held held = acquire(RENEWED)) {
            provider.onTheWay = () -> time.pass(Duration.ofSeconds(40));
            time.advance(Duration.ofSeconds(10));
            provider.onTheWay = () -> {};
            assertThat(held.lock().isHeld()).isFalse();
            time.advance(Duration.ofMinutes(1));
            assertThat(held.lock().isHeld()).isFalse();
        }
        assertThat(lost).hasValue(1);
    }

    @Test
    void aLockIsNeverHeldLongerThanItMayBe() {
        Duration maxHold = Duration.ofSeconds(75);
        try (Gadget.Held held = acquire(RENEWED.withMaxHold(maxHold))) {
            time.advance(Duration.ofSeconds(74));
            assertThat(held.lock().isHeld()).isTrue();
            time.advance(Duration.ofSeconds(1));
            assertThat(held.lock().isHeld()).isFalse();
            assertThat(lost).hasValue(1);
            time.advance(Duration.ofMinutes(5));
        }
        assertThat(provider.ttls).first().isEqualTo(Duration.ofSeconds(30));
        assertThat(provider.ttls)
                .as("no lease ends after the longest hold")
                .allMatch(ttl -> ttl.compareTo(maxHold) < 0);
        assertThat(provider.ttls.get(provider.ttls.size() - 1)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void alsoTheFirstLeaseIsNotLongerThanTheLongestHold() {
        try (Gadget.Held held = acquire(RENEWED.withMaxHold(Duration.ofSeconds(5)))) {
            assertThat(provider.ttls).containsExactly(Duration.ofSeconds(5));
            assertThat(held.lock().remaining()).isLessThan(Duration.ofSeconds(5));
        }
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30.withMaxHold(Duration.ofSeconds(5)))) {
            assertThat(held.lock().remaining())
                    .as("not renewed, so it does not matter")
                    .isGreaterThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aLockThatEndedAtItsLongestHoldSaysSo() {
        for (Duration maxHold : List.of(Duration.ofSeconds(75), Duration.ofSeconds(5))) {
            Gadget longest = new Gadget("longest hold " + maxHold);
            try (Gadget.Held held = locks.acquire(longest, RENEWED.withMaxHold(maxHold))) {
                time.advance(maxHold);
                assertThatThrownBy(held.lock()::ensureHeld)
                        .isInstanceOf(LockLostException.class)
                        .hasMessageContainingAll(
                                "longest hold of " + maxHold.toMillis() + " ms", "raise LockOptions.withMaxHold")
                        .hasMessageNotContaining("withRenew");
            }
            assertThat(RecordingLoggers.warningsAbout(longest.lockKey()))
                    .singleElement()
                    .asString()
                    .contains("longest hold of " + maxHold.toMillis() + " ms", "raise LockOptions.withMaxHold")
                    .doesNotContain("withRenew");
        }
    }

    @Test
    void aLockThatCouldNotBeRenewedIsNotToldToBeRenewed() {
        try (Gadget.Held held = acquire(RENEWED)) {
            provider.onTheWay = () -> {
                throw new LockBackendException("on purpose", false, null);
            };
            time.advance(Duration.ofSeconds(30));
            time.pass(LockOptions.DEFAULTS.maxHold());
            assertThatThrownBy(held.lock()::ensureHeld)
                    .hasMessageContainingAll("its lease of 30000 ms ran out", "raise LockOptions.withTtl")
                    .hasMessageNotContainingAny("withRenew", "withMaxHold");
            provider.onTheWay = () -> {};
        }
    }

    @Test
    void onlyTheOwnerRenewsAndReleases() {
        try (Gadget.Held held = acquire(RENEWED)) {
            time.advance(Duration.ofSeconds(25));
            assertThat(held.lock().isHeld()).isTrue();
        }
        locks.acquire(gadget, RENEWED).close();
        assertThat(provider.leases).hasSize(4);
        assertThat(provider.leases.get(0)).as("released what was acquired").isEqualTo(provider.leases.get(1));
        assertThat(provider.leases.get(2).owner())
                .as("each acquisition has its own owner")
                .isNotEqualTo(provider.leases.get(0).owner());
    }
}
