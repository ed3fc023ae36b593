package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.internal.Turn;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Within a process, a lease goes from one holder to the next under tokens that the provider has set aside. */
@Timeout(60)
class HandOverTest extends ServiceFixture {

    private static final LockOptions PATIENT = SECONDS_30.withTimeout(Duration.ofSeconds(40));

    private static final CountDownLatch DONE = new CountDownLatch(0);

    private final Gadget gadget = new Gadget("A");

    /** Somebody who waits in line. Gives the token that he held. */
    private record Waiter(FutureTask<Long> task) {

        long token() {
            return resultOf(task);
        }
    }

    private Waiter waitFor(LockOptions options) {
        return waitFor(locks, gadget, options, DONE);
    }

    private static Waiter waitFor(LockService service, Gadget wanted, LockOptions options, CountDownLatch mayClose) {
        FutureTask<Long> task = new FutureTask<>(() -> {
            try (Gadget.Held held = service.acquire(wanted, options)) {
                mayClose.await();
                return held.lock().token();
            }
        });
        Thread thread = new Thread(task, "waiter");
        thread.setDaemon(true);
        thread.start();
        eventually("the waiter is in line", () -> LockSupport.getBlocker(thread) instanceof Turn);
        return new Waiter(task);
    }

    HandOverTest() {
        provider.spareTokens = 2;
    }

    @Test
    void theNextInLineGoesOnUnderTheNextToken() {
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        Waiter second = waitFor(PATIENT);
        long token = first.lock().token();
        first.close();
        assertThat(second.token()).isEqualTo(token + 1);
        assertThat(provider.calls()).containsExactly("acquire A", "release A");
        assertThat(provider.held).isEmpty();
    }

    @Test
    void theOwnerIsTheOneThatTheProviderKnows() {
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        Waiter second = waitFor(PATIENT);
        first.close();
        second.token();
        OwnerId owner = provider.leases.get(0).owner();
        assertThat(provider.leases).extracting(Lease::owner).containsOnly(owner);
    }

    @Test
    void whenTheTokensAreUsedUpTheProviderIsAsked() {
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        List<Waiter> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(waitFor(PATIENT));
        }
        long token = first.lock().token();
        first.close();
        assertThat(others.stream().map(Waiter::token)).containsExactly(token + 1, token + 2, token + 3);
        assertThat(provider.calls()).containsExactly("acquire A", "release A", "acquire A", "release A");
    }

    @Test
    void withoutSpareTokensTheProviderIsAsked() {
        provider.spareTokens = 0;
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        Waiter second = waitFor(PATIENT);
        first.close();
        second.token();
        assertThat(provider.calls()).containsExactly("acquire A", "release A", "acquire A", "release A");
    }

    @Test
    void anotherProcessGetsItsTurnAfterSomeMilliseconds() {
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        Waiter second = waitFor(PATIENT);
        time.pass(Duration.ofMillis(10));
        first.close();
        second.token();
        assertThat(provider.calls()).containsExactly("acquire A", "release A", "acquire A", "release A");
    }

    /** The time counts from when the provider was asked, however often the lease goes on. */
    @Test
    void handingOverDoesNotBeginTheTimeAnew() {
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        CountDownLatch mayClose = new CountDownLatch(1);
        Waiter second = waitFor(locks, gadget, PATIENT, mayClose);
        Waiter third = waitFor(PATIENT);
        time.pass(Duration.ofMillis(6));
        first.close();
        eventually("the second holds it", () -> locks.held().size() == 1);
        time.pass(Duration.ofMillis(6));
        mayClose.countDown();
        second.token();
        third.token();
        assertThat(provider.calls()).containsExactly("acquire A", "release A", "acquire A", "release A");
    }

    @Test
    void aRaisedTokenIsFollowedByTheOnesThatWereSetAsideWithIt() {
        provider.spareTokensOfRaised = 1;
        Gadget.Held first = locks.acquire(aheadBy(Duration.ofMillis(4)), PATIENT);
        Waiter second = waitFor(PATIENT);
        time.pass(Duration.ofMillis(4));
        long token = first.lock().token();
        first.close();
        assertThat(second.token()).isEqualTo(token + 1);
        assertThat(provider.calls()).containsExactly("acquire A", "advance A", "release A");
    }

    @Test
    void aRaisedTokenDoesNotBeginTheTimeAnew() {
        provider.spareTokensOfRaised = 1;
        Gadget.Held first = locks.acquire(aheadBy(Duration.ofMillis(6)), PATIENT);
        Waiter second = waitFor(PATIENT);
        time.pass(Duration.ofMillis(6));
        first.close();
        second.token();
        assertThat(provider.calls()).containsExactly("acquire A", "advance A", "release A", "acquire A", "release A");
    }

    @Test
    void tokensThatWereSetAsideBeforeOneWasRaisedAreNotUsed() {
        Gadget.Held first = locks.acquire(aheadBy(Duration.ZERO), PATIENT);
        Waiter second = waitFor(PATIENT);
        first.close();
        second.token();
        assertThat(provider.calls()).containsExactly("acquire A", "advance A", "release A", "acquire A", "release A");
    }

    /** A gadget whose row has seen larger tokens, which it takes some time to find out. */
    private Gadget aheadBy(Duration read) {
        return gadget.withRow(grant -> {
            if (grant.token() > 1_000) {
                return new Claim.Claimed<>(new Gadget.Held(grant));
            }
            time.pass(read);
            return new Claim.Superseded<>(1_000);
        });
    }

    @Test
    void theDeadlineGoesAlong() {
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        CountDownLatch mayClose = new CountDownLatch(1);
        Waiter second = waitFor(locks, gadget, PATIENT, mayClose);
        time.pass(Duration.ofMillis(7));
        first.close();
        eventually("the second holds it", () -> locks.held().size() == 1);
        assertThat(locks.held().get(0).remaining())
                .isEqualTo(Duration.ofSeconds(30).minus(MARGIN).minusMillis(7));
        mayClose.countDown();
        second.token();
    }

    @Test
    void aLeaseThatIsWornOrLongerThanAskedForIsNotTaken() {
        for (Duration ttl : List.of(Duration.ofSeconds(34), Duration.ofSeconds(20))) {
            provider.calls.clear();
            Gadget.Held first = locks.acquire(gadget, PATIENT);
            Waiter second = waitFor(PATIENT.withTtl(ttl));
            first.close();
            second.token();
            assertThat(provider.calls())
                    .as("ttl " + ttl)
                    .containsExactly("acquire A", "release A", "acquire A", "release A");
        }
    }

    /** It is released just after somebody else found it lost, and before that one has taken it out of its line. */
    @Test
    void aLostLeaseIsNotHandedOver() {
        Environment environment = new Environment(provider, Clock.systemUTC(), time, time, Environment.NO_LISTENER);
        LockService service = new ProvidedLockService(environment, LockOptions.DEFAULTS, Duration.ZERO);
        Gadget.Held first = service.acquire(gadget, PATIENT);
        Waiter second = waitFor(service, gadget, PATIENT, DONE);
        environment.lines().forEach(hold -> {
            if (hold.isFirst()) {
                startUntilItCannotLeave(first.lock()::lose);
                assertThat(hold.isBelieved()).isFalse();
                startUntilItCannotLeave(first::close);
            }
        });
        second.token();
        assertThat(provider.calls()).filteredOn("acquire A"::equals).hasSize(2);
        assertThat(provider.held).isEmpty();
    }

    private static void startUntilItCannotLeave(Runnable leaving) {
        Thread thread = new Thread(leaving, "leaving");
        thread.setDaemon(true);
        thread.start();
        eventually("it waits for the line", () -> thread.getState() == Thread.State.BLOCKED);
    }

    @Test
    void whoGivesUpPassesItOn() {
        Gadget.Held first = locks.acquire(gadget, PATIENT);
        Gadget failing = gadget.withRow(grant -> {
            throw new LockBackendException("on purpose", true, null);
        });
        Waiter second = waitFor(locks, failing, PATIENT, DONE);
        Waiter third = waitFor(PATIENT);
        long token = first.lock().token();
        first.close();
        assertThatThrownBy(() -> second.token()).hasMessageContaining("on purpose");
        assertThat(third.token()).isEqualTo(token + 2);
        assertThat(provider.calls()).containsExactly("acquire A", "release A");
        assertThat(provider.held).isEmpty();
    }

    /** It gets the lease after it has looked whether it is first, and then it is interrupted. */
    @Test
    void whoGivesUpWithNobodyBehindReleasesIt() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        AtomicInteger readings = new AtomicInteger();
        Thread[] waiter = new Thread[1];
        LockService stopped = LockService.builder(provider)
                .ticker(() -> {
                    // The first reading is of when it began, the second one of how long it has to wait.
                    if (Thread.currentThread() == waiter[0] && readings.incrementAndGet() == 2) {
                        looks.countDown();
                        awaitUninterruptibly(mayGoOn);
                    }
                    return time.read();
                })
                .scheduler(time)
                .build();
        Gadget.Held first = stopped.acquire(gadget, PATIENT);
        FutureTask<Long> task =
                new FutureTask<>(() -> stopped.acquire(gadget, PATIENT).lock().token());
        waiter[0] = new Thread(task, "waiter");
        waiter[0].start();
        looks.await();
        first.close();
        assertThat(provider.calls()).as("handed over").containsExactly("acquire A");
        waiter[0].interrupt();
        mayGoOn.countDown();
        assertThatThrownBy(() -> resultOf(task)).hasMessageContaining("interrupted");
        assertThat(provider.calls()).containsExactly("acquire A", "release A");
        assertThat(provider.held).isEmpty();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever the interleaving of time-outs and releases: one holder at a time, tokens grow, and nothing stays locked. */
    @Test
    void underContentionWithTimeOuts() throws InterruptedException {
        provider.spareTokens = 8;
        LockOptions hasty = LockOptions.DEFAULTS.withTimeout(Duration.ofNanos(200_000));
        LockOptions calm = LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(30));
        AtomicInteger inside = new AtomicInteger();
        List<Long> tokens = Collections.synchronizedList(new ArrayList<>());
        List<FutureTask<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LockOptions options = i % 2 == 0 ? hasty : calm;
            tasks.add(start(() -> {
                int taken = 0;
                for (int n = 0; n < 2_000; n++) {
                    try (Gadget.Held held = realTimeLocks.acquire(gadget, options)) {
                        assertThat(inside.incrementAndGet()).isEqualTo(1);
                        tokens.add(held.lock().token());
                        taken++;
                        inside.decrementAndGet();
                    } catch (LockTimeoutException e) {
                        assertThat(options).isSameAs(hasty);
                    }
                }
                return taken;
            }));
        }
        int taken = tasks.stream().mapToInt(ServiceFixture::resultOf).sum();
        assertThat(tokens).hasSize(taken).isSorted().doesNotHaveDuplicates();
        assertThat(provider.held).isEmpty();
        assertThat(realTimeLocks.held()).isEmpty();
        assertThat(provider.calls()).filteredOn("acquire A"::equals).hasSizeLessThan(taken);
    }

    @Test
    void aShutDownServiceHandsNothingOver() {
        Gadget.Held first = realTimeLocks.acquire(gadget, PATIENT);
        Waiter second = waitFor(realTimeLocks, gadget, PATIENT, DONE);
        realTimeLocks.close();
        first.close();
        assertThatThrownBy(() -> second.token()).hasMessageContaining("closed");
        assertThat(provider.held).isEmpty();
    }
}
