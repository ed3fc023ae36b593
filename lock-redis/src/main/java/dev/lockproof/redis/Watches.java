package dev.lockproof.redis;

import dev.lockproof.spi.OwnerId;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who of this process waits. Nothing is kept of those who do not wait any more. Thread-safe. */
final class Watches {

    private final ConcurrentHashMap<String, Watch> byOwner = new ConcurrentHashMap<>();

    void add(Watch watch) {
        byOwner.put(watch.owner().toString(), watch);
    }

    void remove(Watch watch) {
        byOwner.remove(watch.owner().toString());
    }

    @Nullable
    Watch find(OwnerId owner) {
        return byOwner.isEmpty() ? null : byOwner.get(owner.toString());
    }

    void wakeAll() {
        byOwner.values().forEach(Watch::wake);
    }

    /** Hears what a release says: {@code !owner} to the one that the key is kept for, {@code ?owner} to the next one. */
    void hear(String message) {
        Watch watch = message.isEmpty() ? null : byOwner.get(message.substring(1));
        if (watch == null) {
            return;
        }
        if (message.charAt(0) == '!') {
            watch.hearTurn();
        } else {
            watch.hearNext();
        }
    }

    /** Counts those who wait. */
    int size() {
        return byOwner.size();
    }
}
