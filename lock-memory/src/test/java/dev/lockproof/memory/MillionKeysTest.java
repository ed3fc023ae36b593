package dev.lockproof.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockKey;
import dev.lockproof.LockService;
import dev.lockproof.spi.Lease;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Memory follows the locks that are held, not the keys that were. */
@Timeout(180)
class MillionKeysTest {

    private static final int KEYS = 1_000_000;
    private static final int KEPT_IN_SIGHT_ONE_IN = 1_000;

    private final InMemoryLockProvider provider = InMemoryLockProvider.create();
    private final LockService locks = LockService.of(provider);

    /** Keys of which some are watched: as long as anything refers to one, it is not collected. */
    private final List<WeakReference<LockKey>> watched = new ArrayList<>();

    @Test
    void aMillionKeysLeaveNothingBehind() {
        for (int i = 0; i < KEYS; i++) {
            Item item = new Item(keyInSight(i));
            try (Item.Held held = locks.acquire(item)) {
                assertHeld(held);
            }
        }
        assertNothingIsKept();
    }

    @Test
    void lostAndBusyAndGroupedLocksLeaveNothingBehind() {
        for (int i = 0; i < 10_000; i++) {
            Item item = new Item(keyInSight(i * KEPT_IN_SIGHT_ONE_IN));
            try (var pair = locks.acquireBoth(item, new Item("also " + i))) {
                pair.first().lock().onLost(() -> {});
                provider.expire(item.lockKey());
            }
            Lease busy = provider.steal(item.lockKey(), Duration.ofSeconds(30));
            assertThat(locks.tryAcquire(item)).isNull();
            provider.release(busy);
            provider.pause(item.lockKey());
            assertThatThrownBy(() -> locks.acquire(item)).hasMessageContaining("pause");
            provider.resume(item.lockKey());
        }
        assertNothingIsKept();
    }

    private LockKey keyInSight(int i) {
        LockKey key = new LockKey("Item:" + i);
        if (i % KEPT_IN_SIGHT_ONE_IN == 0 || i == KEYS - 1) {
            watched.add(new WeakReference<>(key));
        }
        return key;
    }

    private static void assertHeld(Item.Held held) {
        if (!held.lock().isHeld()) {
            throw new AssertionError(held + " is not held");
        }
    }

    private void assertNothingIsKept() {
        assertThat(provider.size()).isZero();
        assertThat(provider.watchedKeys()).isZero();
        assertThat(locks.held()).isEmpty();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (watched.stream().anyMatch(key -> key.get() != null)) {
            assertThat(System.nanoTime() - end)
                    .as("keys that are still referred to")
                    .isNegative();
            System.gc();
            LockSupport.parkNanos(10_000_000);
        }
    }
}
