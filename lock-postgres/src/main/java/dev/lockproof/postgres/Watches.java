package dev.lockproof.postgres;

import dev.lockproof.LockKey;
import dev.lockproof.spi.OwnerId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who of this process waits for which row. Nothing is kept of a key that nobody watches. Thread-safe. */
final class Watches {

    /** One who waits. Compared by identity. */
    static final class Watch {

        private final LockKey key;
        private final OwnerId owner;
        private final Runnable mayBeFree;
        private volatile boolean isSettled;

        private Watch(LockKey key, OwnerId owner, Runnable mayBeFree) {
            this.key = key;
            this.owner = owner;
            this.mayBeFree = mayBeFree;
        }

        LockKey key() {
            return key;
        }

        OwnerId owner() {
            return owner;
        }

        void wake() {
            mayBeFree.run();
        }

        /** Says that the row does not count the owner among those who wait any more, or can't be reached. */
        void settle() {
            isSettled = true;
        }

        boolean isSettled() {
            return isSettled;
        }
    }

    /** By the stored form of the key, which is what notifications name. */
    private final ConcurrentHashMap<String, List<Watch>> watches = new ConcurrentHashMap<>();

    Watch add(LockKey key, OwnerId owner, Runnable mayBeFree) {
        Watch watch = new Watch(key, owner, mayBeFree);
        watches.merge(
                StoredKey.of(key),
                List.of(watch),
                (all, more) -> Stream.concat(all.stream(), more.stream()).toList());
        return watch;
    }

    void remove(Watch watch) {
        watches.computeIfPresent(StoredKey.of(watch.key), (key, all) -> {
            List<Watch> others = all.stream().filter(other -> other != watch).toList();
            return others.isEmpty() ? null : others;
        });
    }

    List<Watch> of(String storedKey) {
        return watches.getOrDefault(storedKey, List.of());
    }

    @Nullable
    Watch find(LockKey key, OwnerId owner) {
        if (watches.isEmpty()) {
            return null;
        }
        for (Watch watch : of(StoredKey.of(key))) {
            if (watch.owner.equals(owner)) {
                return watch;
            }
        }
        return null;
    }

    void wakeAll() {
        watches.values().forEach(all -> all.forEach(Watch::wake));
    }

    /** Counts the keys that are watched. */
    int size() {
        return watches.size();
    }
}
