package dev.lockproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.JoinedClaim;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.Lockable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an acquisition asks the provider, in which order, and what it leaves behind when it fails. */
@Timeout(60)
class AcquisitionTest extends ServiceFixture {

    private static final LockOptions PATIENT = LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(30));

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
    void theRowIsReadAfterTheLockWasGranted() {
        List<String> calls = provider.calls;
        Gadget read = gadget.withRow(grant -> {
            calls.add("read with token " + grant.token());
            return new Claim.Claimed<>(new Gadget.Held(grant));
        });
        locks.acquire(read).close();
        assertThat(calls).containsExactly("acquire A", "read with token 33", "release A");
    }

    @Test
    void aMissingRowReleasesTheLock() {
        Gadget gone = gadget.withRow(grant -> new Claim.Missing<>());
        assertThatThrownBy(() -> locks.acquire(gone)).isInstanceOf(EntityNotFoundException.class);
        assertThat(provider.calls).containsExactly("acquire A", "release A");
        assertNothingIsLeft();
    }

    @Test
    void aFailingStoreReleasesTheLock() {
        Gadget failing = gadget.withRow(grant -> {
            throw new LockBackendException("on purpose", true, null);
        });
        assertThatThrownBy(() -> locks.acquire(failing)).hasMessageContaining("on purpose");
        assertThatThrownBy(() -> locks.acquireBoth(new Gadget("B"), failing)).hasMessageContaining("on purpose");
        assertThat(provider.calls)
                .containsExactly("acquire A", "release A", "acquire A", "acquire B", "release A", "release B");
        assertNothingIsLeft();
    }

    @Test
    void aTokenThatTheRowHasPassedIsRaisedByTheProvider() {
        Gadget ahead = gadget.withRow(grant ->
                grant.token() > 1_000 ? new Claim.Claimed<>(new Gadget.Held(grant)) : new Claim.Superseded<>(1_000));
        try (Gadget.Held held = locks.acquire(ahead)) {
            assertThat(held.lock().token()).isEqualTo(1_001);
        }
        assertThat(provider.calls).containsExactly("acquire A", "advance A", "release A");
    }

    @Test
    void aTokenIsNotRaisedForEver() {
        Gadget ahead = gadget.withRow(grant -> new Claim.Superseded<>(grant.token()));
        assertThatThrownBy(() -> locks.acquire(ahead))
                .isInstanceOf(LockBackendException.class)
                .hasMessageContaining("A")
                .hasMessageContaining("same lock provider");
        assertThat(provider.calls).containsExactly("acquire A", "advance A", "advance A", "advance A", "release A");
        assertNothingIsLeft();
    }

    @Test
    void aRowThatALaterHolderHasClaimedIsNotClaimed() {
        Gadget stolen = gadget.withRow(grant -> {
            Lease next = provider.steal(grant.key());
            return new Claim.Superseded<>(next.token());
        });
        assertThatThrownBy(() -> locks.acquire(stolen))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("later holder");
        assertThat(provider.held).as("the later holder's lease").containsKey(gadget.lockKey());
    }

    @Test
    void aProviderThatCannotClaimRowsIsAskedForTheLease() {
        AtomicInteger claims = new AtomicInteger();
        Joinable joinable = new Joinable(gadget, () -> {
            claims.incrementAndGet();
            return Object::new;
        });
        locks.acquire(joinable).close();
        assertThat(claims).hasValue(1);
        locks.acquireBoth(joinable, new Gadget("B")).close();
        assertThat(claims)
                .as("rows of several locks are claimed when all are held")
                .hasValue(1);
        assertThat(provider.calls)
                .containsExactly("acquire A", "release A", "acquire A", "acquire B", "release B", "release A");
    }

    @Test
    void aStoreThatCannotGiveItsClaimLeavesNothingLocked() {
        Joinable failing = new Joinable(gadget, () -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatThrownBy(() -> locks.acquire(failing)).hasMessage("on purpose");
        assertThat(provider.held).isEmpty();
        assertNothingIsLeft();
    }

    /** A gadget that may be claimed together with its lease. */
    private record Joinable(Gadget gadget, Supplier<JoinedClaim> claims)
            implements Persistent<String, Gadget.Held>, Lockable<Gadget.Held> {

        @Override
        public LockKey lockKey() {
            return gadget.lockKey();
        }

        @Override
        public String entity() {
            return gadget.entity();
        }

        @Override
        public EntityStore store() {
            return gadget.store();
        }

        @Override
        public JoinedClaim joinedClaim() {
            return claims.get();
        }

        @Override
        public Claim<Gadget.Held> claim(LockGrant grant) {
            return gadget.claim(grant);
        }
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

    @Test
    void severalKeysAreTakenInTheOrderOfTheirBytesAndReleasedInReverse() {
        // By UTF-16 units, the supplementary character would come before U+FFFD.
        List<Gadget> gadgets = List.of(
                new Gadget("\ud83d\udd12"), new Gadget("\ufffd"), new Gadget("b"), new Gadget("B"), new Gadget("b"));
        locks.acquireAll(gadgets).close();
        assertThat(provider.calls)
                .containsExactly(
                        "acquire B",
                        "acquire b",
                        "acquire \ufffd",
                        "acquire \ud83d\udd12",
                        "release \ud83d\udd12",
                        "release \ufffd",
                        "release b",
                        "release B");
        provider.calls.clear();
        locks.acquireBoth(gadgets.get(2), gadgets.get(3)).close();
        assertThat(provider.calls).containsExactly("acquire B", "acquire b", "release b", "release B");
    }

    @Test
    void aGroupHasOneDeadline() {
        LockService impatient = LockService.builder(provider)
                .ticker(time)
                .scheduler(time)
                .options(LockOptions.DEFAULTS.withTimeout(Duration.ofSeconds(1)))
                .build();
        provider.steal(new LockKey("C"));
        // Each request takes most of the timeout, so that a timeout for each lock would let all three be tried.
        provider.onTheWay = () -> time.pass(Duration.ofMillis(600));
        assertThatThrownBy(() -> impatient.acquireAll(List.of(new Gadget("A"), new Gadget("B"), new Gadget("C"))))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("C");
        assertThat(provider.calls).containsExactly("acquire A", "acquire B", "acquire C", "release B", "release A");
    }

    @Test
    void aGroupWhoseFirstLeaseRanOutMeanwhileIsLost() {
        provider.onTheWayBack = () -> time.pass(Duration.ofSeconds(20));
        assertThatThrownBy(() -> locks.acquireBoth(new Gadget("A"), new Gadget("B")))
                .isInstanceOf(LockLostException.class)
                .hasMessageContaining("A");
        assertNothingIsLeft();
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

    private void assertNothingIsLeft() {
        assertThat(locks.held()).isEmpty();
        assertThat(provider.held).isEmpty();
        locks.acquire(new Gadget("another")).close();
        locks.acquire(new Gadget("A")).close();
    }
}
