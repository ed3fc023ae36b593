package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Until when a holder believes, and how it learns that it should not. */
class DeadlineTest extends ServiceFixture {

    private final Gadget gadget = new Gadget("deadline");

    @Test
    void aHolderBelievesUntilAMarginBeforeItsLeaseEnds() {
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofSeconds(30).minus(MARGIN));
            time.pass(Duration.ofSeconds(30).minus(MARGIN).minusNanos(1));
            assertThat(held.lock().isHeld()).isTrue();
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofNanos(1));
            time.pass(Duration.ofNanos(1));
            assertThat(held.lock().isHeld()).isFalse();
            assertThat(held.lock().remaining()).isZero();
        }
    }

    @Test
    void theMarginOfAShortLeaseIsFiftyMilliseconds() {
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30.withTtl(Duration.ofMillis(200)))) {
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    void theLeaseIsCountedFromBeforeTheRequestWasSent() {
        provider.onTheWay = () -> time.pass(Duration.ofSeconds(3));
        provider.onTheWayBack = () -> time.pass(Duration.ofSeconds(4));
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofSeconds(23).minus(MARGIN));
        }
    }

    @Test
    void aLeaseThatLastedAlreadyEndsTheEarlier() {
        provider.age = Duration.ofSeconds(2);
        provider.onTheWayBack = () -> time.pass(Duration.ofSeconds(4));
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            assertThat(held.lock().remaining()).isEqualTo(Duration.ofSeconds(24).minus(MARGIN));
        }
    }

    @Test
    void eachLeaseOfAGroupIsCountedFromItsOwnRequest() {
        provider.onTheWayBack = () -> time.pass(Duration.ofSeconds(5));
        try (LockedPair<Gadget.Held, Gadget.Held> pair = locks.acquireBoth(new Gadget("A"), new Gadget("B"))) {
            assertThat(pair.first().lock().remaining())
                    .isEqualTo(Duration.ofSeconds(20).minus(MARGIN));
            assertThat(pair.second().lock().remaining())
                    .isEqualTo(Duration.ofSeconds(25).minus(MARGIN));
        }
    }

    @Test
    void aLeaseThatRanOutOnTheWayIsNotBelievedIn() {
        provider.onTheWayBack = () -> time.pass(Duration.ofSeconds(31));
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            assertThat(held.lock().isHeld()).isFalse();
            assertThatThrownBy(held.lock()::ensureHeld).isInstanceOf(LockLostException.class);
        }
    }

    @Test
    void nobodyIsAskedWhetherTheLeaseRanOut() {
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            time.pass(Duration.ofSeconds(31));
            assertThat(held.lock().isHeld()).isFalse();
            assertThat(provider.calls).containsExactly("acquire deadline");
        }
    }

    @Test
    void whatIsLostStaysLost() {
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            time.pass(Duration.ofSeconds(31));
            assertThat(held.lock().isHeld()).isFalse();
            time.pass(Duration.ofSeconds(-20));
            assertThat(held.lock().isHeld()).isFalse();
        }
    }

    @Test
    void aLockWithoutActionsHasNothingScheduled() {
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            assertThat(time.scheduled()).isZero();
            held.lock().onLost(() -> {});
            held.lock().onLost(() -> {});
            assertThat(time.scheduled()).isEqualTo(1);
        }
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void aLockThatIsReleasedWhileAnActionIsAddedHasNothingScheduled() {
        AtomicReference<Gadget.Held> acquired = new AtomicReference<>();
        LockService released = LockService.builder(provider)
                .ticker(time)
                .scheduler((task, delay) -> {
                    acquired.get().close();
                    return time.schedule(task, delay);
                })
                .build();
        try (Gadget.Held held = released.acquire(gadget, SECONDS_30)) {
            acquired.set(held);
            held.lock().onLost(() -> {});
            assertThat(held.lock().isHeld()).isFalse();
            assertThat(time.scheduled()).isZero();
        }
    }

    @Test
    void anActionRunsOnceWhenTheLeaseRunsOut() {
        AtomicInteger ran = new AtomicInteger();
        Gadget.Held held = locks.acquire(gadget, SECONDS_30);
        held.lock().onLost(ran::incrementAndGet);
        time.advance(Duration.ofSeconds(30).minus(MARGIN).minusNanos(1));
        assertThat(ran).hasValue(0);
        time.advance(Duration.ofNanos(1));
        assertThat(ran).hasValue(1);
        time.advance(Duration.ofSeconds(100));
        assertThat(held.lock().isHeld()).isFalse();
        held.close();
        time.advance(Duration.ofSeconds(100));
        assertThat(ran).hasValue(1);
    }

    @Test
    void anActionRunsOnceWhenSomebodyNoticesFirst() {
        AtomicInteger ran = new AtomicInteger();
        Gadget.Held held = locks.acquire(gadget, SECONDS_30);
        held.lock().onLost(ran::incrementAndGet);
        time.pass(Duration.ofSeconds(31));
        assertThat(held.lock().isHeld()).isFalse();
        assertThatThrownBy(held.lock()::ensureHeld).isInstanceOf(LockLostException.class);
        time.advance(Duration.ofSeconds(100));
        held.close();
        assertThat(ran).hasValue(1);
    }

    @Test
    void anActionRunsEvenIfOnlyTheReleaseNotices() {
        AtomicInteger ran = new AtomicInteger();
        Gadget.Held held = locks.acquire(gadget, SECONDS_30);
        held.lock().onLost(ran::incrementAndGet);
        time.pass(Duration.ofSeconds(31));
        held.close();
        time.advance(Duration.ZERO);
        assertThat(ran).hasValue(1);
    }

    @Test
    void anActionThatFailsIsLoggedAndKeepsNoOtherFromRunning() {
        AtomicInteger ran = new AtomicInteger();
        Gadget failing = new Gadget("failing action");
        Gadget.Held held = locks.acquire(failing, SECONDS_30);
        held.lock().onLost(() -> {
            throw new IllegalStateException("on purpose");
        });
        held.lock().onLost(ran::incrementAndGet);
        time.advance(Duration.ofSeconds(31));
        assertThat(ran).hasValue(1);
        assertThat(RecordingLoggers.warningsAbout(failing.lockKey())).anyMatch(line -> line.contains("on purpose"));
        held.close();
    }

    @Test
    void anActionThatFailsWithAnErrorIsLoggedAndKeepsNoOtherFromRunning() {
        AtomicInteger ran = new AtomicInteger();
        Gadget failing = new Gadget("action with an error");
        try (Gadget.Held held = locks.acquire(failing, SECONDS_30)) {
            held.lock().onLost(() -> {
                throw new LinkageError("on purpose");
            });
            held.lock().onLost(ran::incrementAndGet);
            time.advance(Duration.ofSeconds(31));
            assertThat(ran).hasValue(1);
        }
        assertThat(RecordingLoggers.warningsAbout(failing.lockKey())).anyMatch(line -> line.contains("on purpose"));
    }

    @Test
    void aSchedulerThatFailsKeepsNoActionFromRunning() {
        AtomicInteger ran = new AtomicInteger();
        AtomicBoolean isBroken = new AtomicBoolean();
        LockService unscheduled = LockService.builder(provider)
                .ticker(time)
                .scheduler((task, delay) -> {
                    if (isBroken.get()) {
                        throw new IllegalStateException("on purpose");
                    }
                    return time.schedule(task, delay);
                })
                .build();
        try (Gadget.Held held = unscheduled.acquire(gadget, SECONDS_30)) {
            held.lock().onLost(ran::incrementAndGet);
            isBroken.set(true);
            time.pass(Duration.ofSeconds(31));
        }
        assertThat(ran).hasValue(1);
    }

    @Test
    void closingALostLockIsLoggedOnce() {
        Gadget quiet = new Gadget("closed in time");
        locks.acquire(quiet, SECONDS_30).close();
        assertThat(RecordingLoggers.warningsAbout(quiet.lockKey())).isEmpty();

        Gadget late = new Gadget("closed too late");
        Gadget.Held held = locks.acquire(late, SECONDS_30);
        time.pass(Duration.ofSeconds(31));
        held.close();
        held.close();
        assertThat(RecordingLoggers.warningsAbout(late.lockKey()))
                .singleElement()
                .asString()
                .contains("lost", "30000 ms ran out");
    }

    private LockService tellingOfLosses(Consumer<Duration> listener) {
        return LockService.builder(provider)
                .ticker(time)
                .scheduler(time)
                .listener(new LockListener() {
                    @Override
                    public void lost(LockKey key, Duration heldFor) {
                        listener.accept(heldFor);
                    }
                })
                .build();
    }

    @Test
    void aLossIsSaidToTheListener() {
        AtomicInteger lost = new AtomicInteger();
        LockService listened = tellingOfLosses(heldFor -> {
            assertThat(heldFor).isEqualTo(Duration.ofSeconds(31));
            lost.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        Gadget.Held held = listened.acquire(gadget, SECONDS_30);
        time.pass(Duration.ofSeconds(31));
        assertThat(held.lock().isHeld()).isFalse();
        held.close();
        assertThat(lost).hasValue(1);
    }

    @Test
    void anErrorOfTheListenerKeepsNoActionFromRunning() {
        AtomicInteger ran = new AtomicInteger();
        LockService listened = tellingOfLosses(heldFor -> {
            throw new LinkageError("on purpose");
        });
        try (Gadget.Held held = listened.acquire(gadget, SECONDS_30)) {
            held.lock().onLost(ran::incrementAndGet);
            time.pass(Duration.ofSeconds(31));
            assertThatThrownBy(held.lock()::isHeld).isInstanceOf(LinkageError.class);
            assertThat(held.lock().isHeld()).isFalse();
            time.advance(Duration.ZERO);
            assertThat(ran).hasValue(1);
        }
    }

    @Test
    void peopleAreToldByTheirClock() {
        try (Gadget.Held held = locks.acquire(gadget, SECONDS_30)) {
            time.pass(Duration.ofSeconds(5));
            assertThat(held.lock().acquiredAt()).isEqualTo(NOW.minusSeconds(5));
            time.pass(Duration.ofSeconds(5));
            assertThat(held.lock().acquiredAt()).as("does not move").isEqualTo(NOW.minusSeconds(5));
        }
    }
}
