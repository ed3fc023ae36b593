package dev.lockproof.postgres;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keys that were kept for another waiter than those of this process. If nothing is heard of a key, its waiters are woken when
 * it is not kept any more. Used by the listening thread alone.
 */
final class Latecomers {

    private static final long SLACK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Watches watches;
    private final long delayNanos;

    /** When to wake, in the order in which that is due. */
    private final Map<String, Long> due = new LinkedHashMap<>();

    Latecomers(Watches watches, Duration delay) {
        this.watches = watches;
        this.delayNanos = delay.toNanos() + SLACK_NANOS;
    }

    void add(String storedKey, long now) {
        due.remove(storedKey);
        due.put(storedKey, now + delayNanos);
    }

    void wakeDue(long now) {
        Iterator<Map.Entry<String, Long>> entries = due.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Long> entry = entries.next();
            if (entry.getValue() - now > 0) {
                return;
            }
            entries.remove();
            watches.of(entry.getKey()).forEach(Watches.Watch::wake);
        }
    }

    /** Tells how long nothing is to be done here, but no longer than a limit. At least 1 ms. */
    int millisUntilNext(long limitNanos, long now) {
        long nanos = limitNanos;
        if (!due.isEmpty()) {
            nanos = Math.min(nanos, due.values().iterator().next() - now);
        }
        return Math.toIntExact(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos) + 1));
    }
}
