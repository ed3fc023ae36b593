package dev.lockproof.redis;

import dev.lockproof.spi.OwnerId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who of this process waits. Nothing is kept of those who do not wait any more. Thread-safe. */
final class Watches {

    /** Where an owner ends that follows one character. */
    private static final int OWNER_ENDS = 33;

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

    /**
     * Hears what a release says: {@code !owner} and the lease to the one that holds it now, {@code !owner} to the one that the key is
     * kept for, {@code ?owner} to the next one. Who is told anything else asks.
     */
    void hear(String message) {
        Watch watch = message.length() < OWNER_ENDS ? null : byOwner.get(message.substring(1, OWNER_ENDS));
        if (watch == null) {
            return;
        }
        if (message.charAt(0) == '?') {
            watch.hearNext();
        } else if (message.length() == OWNER_ENDS) {
            watch.hearTurn();
        } else {
            hear(watch, Handed.parse(message.substring(OWNER_ENDS + 1), System.nanoTime()));
        }
    }

    private static void hear(Watch watch, @Nullable Handed lease) {
        if (lease == null) {
            watch.wake();
        } else {
            watch.hear(lease);
        }
    }

    void forEach(Consumer<Watch> action) {
        byOwner.values().forEach(action);
    }

    /** Counts those who wait. */
    int size() {
        return byOwner.size();
    }
}
