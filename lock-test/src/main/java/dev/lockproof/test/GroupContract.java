package dev.lockproof.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.EntityNotFoundException;
import dev.lockproof.LockGrant;
import dev.lockproof.LockKey;
import dev.lockproof.LockProof;
import dev.lockproof.LockService;
import dev.lockproof.LockTimeoutException;
import dev.lockproof.LockedGroup;
import dev.lockproof.LockedPair;
import dev.lockproof.Persistent;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.spi.Lockable;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Several locks are one acquisition. */
interface GroupContract extends ServiceTests {

    @Test
    default void aPairLocksBoth() {
        Thing a = newThing();
        Thing b = newThing();
        try (LockedPair<Thing.Held, Thing.Held> pair = locks().acquireBoth(a, b)) {
            assertThat(pair.first().lock().key()).isEqualTo(a.lockKey());
            assertThat(pair.second().lock().key()).isEqualTo(b.lockKey());
            assertThat(ServiceTests.isFree(otherLocks(), a)).isFalse();
            assertThat(ServiceTests.isFree(otherLocks(), b)).isFalse();
        }
        assertThat(ServiceTests.isFree(locks(), a)).isTrue();
        assertThat(ServiceTests.isFree(locks(), b)).isTrue();
    }

    @Test
    default void theSameEntityTwiceIsOneLock() {
        Thing a = newThing();
        Thing b = newThing();
        try (LockedPair<Thing.Held, Thing.Held> pair = locks().acquireBoth(a, a)) {
            assertThat(pair.first()).isSameAs(pair.second());
        }
        assertThat(ServiceTests.isFree(locks(), a)).isTrue();
        try (LockedGroup<Thing.Held> group = locks().acquireAll(List.of(b, a, b, a))) {
            assertThat(group.proofs()).containsExactly(group.get(b), group.get(a));
        }
        assertThat(ServiceTests.isFree(locks(), a)).isTrue();
        assertThat(ServiceTests.isFree(locks(), b)).isTrue();
    }

    @Test
    default void aGroupKeepsTheOrderInWhichItWasNamed() {
        List<Thing> things = List.of(newThing(), newThing(), newThing(), newThing(), newThing());
        try (LockedGroup<Thing.Held> group = locks().acquireAll(things)) {
            assertThat(group.proofs())
                    .extracting(held -> held.lock().key())
                    .containsExactlyElementsOf(
                            things.stream().map(Thing::lockKey).toList());
            assertThat(things).noneMatch(thing -> ServiceTests.isFree(otherLocks(), thing));
        }
        assertThat(things).allMatch(thing -> ServiceTests.isFree(locks(), thing));
    }

    @Test
    default void anEmptyGroupLocksNothing() {
        try (LockedGroup<Thing.Held> group = locks().acquireAll(List.<Thing>of())) {
            assertThat(group.proofs()).isEmpty();
        }
        locks().acquire(newThing()).close();
    }

    @Test
    default void aGroupMayBeOfSeveralTypes() {
        Thing a = newThing();
        Thing b = newThing();
        Thing c = newThing();
        try (LockedGroup<LockProof<?>> group = locks().acquireAll(a, b, c)) {
            Thing.Held held = group.get(b);
            assertThat(held.lock().key()).isEqualTo(b.lockKey());
        }
    }

    @Test
    default void twoEntitiesWithOneKeyAreRefused() {
        Thing a = newThing();
        assertThatThrownBy(() -> locks().acquireBoth(a, new Impostor(a.lockKey())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(a.lockKey().toString());
        locks().acquire(a).close();
    }

    @Test
    default void allOrNone() {
        List<Thing> things = List.of(newThing(), newThing(), newThing(), newThing());
        LockService impatient = newService(builder -> builder.options(IMPATIENT));
        for (Thing busy : things) {
            try (Thing.Held held = otherLocks().acquire(busy)) {
                assertThat(Threads.elsewhere(() -> {
                            assertThatThrownBy(() -> impatient.acquireAll(things))
                                    .isInstanceOf(LockTimeoutException.class)
                                    .hasMessageContaining(held.lock().key().toString());
                            return impatient.held();
                        }))
                        .isEmpty();
                for (Thing thing : things) {
                    if (thing != busy) {
                        Eventually.until("the others are free", () -> ServiceTests.isFree(otherLocks(), thing));
                    }
                }
            }
        }
        impatient.acquireAll(things).close();
        impatient.close();
    }

    @Test
    default void aGroupWithAMissingEntityLocksNone() {
        Thing there = newThing();
        Thing gone = newThing();
        gone.delete();
        assertThatThrownBy(() -> locks().acquireBoth(there, gone))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining(gone.lockKey().toString());
        assertThat(ServiceTests.isFree(locks(), there)).isTrue();
        assertThat(locks().held()).isEmpty();
    }

    @Test
    default void oppositeOrdersNeverWaitForEachOther() {
        Thing a = newThing();
        Thing b = newThing();
        FutureTask<Object> there = Threads.start(() -> lockBothOften(locks(), a, b));
        FutureTask<Object> elsewhere = Threads.start(() -> lockBothOften(otherLocks(), b, a));
        lockBothOften(locks(), b, a);
        Threads.resultOf(there);
        Threads.resultOf(elsewhere);
        assertThat(a.entity()).isEqualTo(300);
        assertThat(b.entity()).isEqualTo(300);
    }

    private Object lockBothOften(LockService locks, Thing first, Thing second) {
        for (int i = 0; i < 100; i++) {
            try (LockedPair<Thing.Held, Thing.Held> pair = locks.acquireBoth(first, second)) {
                pair.first().write(pair.first().entity() + 1);
                pair.second().write(pair.second().entity() + 1);
            }
        }
        return true;
    }

    /** An entity of another type that was given the same name. */
    record Impostor(LockKey lockKey) implements Persistent<Integer, Thing.Held>, Lockable<Thing.Held> {

        @Override
        public Integer entity() {
            return 0;
        }

        @Override
        public EntityStore store() {
            return NoStore.INSTANCE;
        }

        @Override
        public Claim<Thing.Held> claim(LockGrant grant) {
            return new Claim.Missing<>();
        }
    }
}
