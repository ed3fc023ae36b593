package dev.lockproof.memory;

import dev.lockproof.LockKey;
import dev.lockproof.spi.LockProvider.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows who wants to be told when a key may be free. A service has one subscription for a key, however many of its threads
 * wait, so all of a key's are woken. Nothing is kept of a key that nobody watches. Thread-safe.
 */
final class WakeUps {

    private final ConcurrentHashMap<LockKey, List<Watch>> watches = new ConcurrentHashMap<>();

    Subscription subscribe(LockKey key, Runnable mayBeFree) {
        Watch watch = new Watch(key, mayBeFree);
        watches.compute(key, (same, others) -> with(watch, others));
        return watch;
    }

    void wake(LockKey key) {
        if (!watches.isEmpty()) {
            watches.getOrDefault(key, List.of()).forEach(Watch::wake);
        }
    }

    void wakeAll() {
        watches.keySet().forEach(this::wake);
    }

    int size() {
        return watches.size();
    }

    private static List<Watch> with(Watch watch, @Nullable List<Watch> others) {
        if (others == null) {
            return List.of(watch);
        }
        List<Watch> all = new ArrayList<>(others);
        all.add(watch);
        return all;
    }

    private static @Nullable List<Watch> without(Watch watch, List<Watch> all) {
        List<Watch> others = new ArrayList<>(all);
        others.remove(watch);
        return others.isEmpty() ? null : others;
    }

    private final class Watch implements Subscription {

        private final LockKey key;
        private final Runnable mayBeFree;

        Watch(LockKey key, Runnable mayBeFree) {
            this.key = key;
            this.mayBeFree = mayBeFree;
        }

        void wake() {
            mayBeFree.run();
        }

        @Override
        public void close() {
            watches.computeIfPresent(key, (same, all) -> without(this, all));
        }
    }
}
