package dev.lockproof.memory;

import dev.lockproof.LockKey;
import dev.lockproof.spi.OwnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows who waits for which key. A service has one watch on a key, however many of its threads wait, so all of a key's are
 * woken. Nothing is kept of a key that nobody watches. Thread-safe.
 */
final class Watches {

    /** Compared by identity. */
    static final class Watch {

        private final LockKey key;
        private final OwnerId owner;
        private final Runnable mayBeFree;

        private Watch(LockKey key, OwnerId owner, Runnable mayBeFree) {
            this.key = key;
            this.owner = owner;
            this.mayBeFree = mayBeFree;
        }
    }

    private final ConcurrentHashMap<LockKey, List<Watch>> watches = new ConcurrentHashMap<>();

    Watch add(LockKey key, OwnerId owner, Runnable mayBeFree) {
        Watch watch = new Watch(key, owner, mayBeFree);
        watches.compute(key, (same, others) -> with(others == null ? List.of() : others, watch));
        return watch;
    }

    void remove(Watch watch) {
        watches.computeIfPresent(watch.key, (key, all) -> without(all, watch));
    }

    void wake(LockKey key) {
        if (!watches.isEmpty()) {
            watches.getOrDefault(key, List.of()).forEach(watch -> watch.mayBeFree.run());
        }
    }

    void wakeAll() {
        watches.keySet().forEach(this::wake);
    }

    /** Gives the owner whose turn it is, and puts it behind the others, in case it does not come. */
    @Nullable
    OwnerId nextOwner(LockKey key) {
        if (watches.isEmpty()) {
            return null;
        }
        List<Watch> turned = watches.computeIfPresent(key, (same, all) -> firstToLast(all));
        return turned == null ? null : turned.get(turned.size() - 1).owner;
    }

    /** Counts the keys that are watched. */
    int keys() {
        return watches.size();
    }

    private static List<Watch> with(List<Watch> others, Watch watch) {
        List<Watch> all = new ArrayList<>(others);
        all.add(watch);
        return all;
    }

    private static @Nullable List<Watch> without(List<Watch> all, Watch watch) {
        List<Watch> others = new ArrayList<>(all);
        others.remove(watch);
        return others.isEmpty() ? null : others;
    }

    private static List<Watch> firstToLast(List<Watch> all) {
        return with(all.subList(1, all.size()), all.get(0));
    }
}
