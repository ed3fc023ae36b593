package dev.lockproof.postgres;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Deletes unused rows about once an hour, some at a time. Used by the sending thread alone. */
final class Purge implements Runnable {

    private static final Logger LOG = System.getLogger("dev.lockproof.postgres");

    private static final int MOST_AT_ONCE = 1_000;
    private static final long INTERVAL_NANOS = Duration.ofHours(1).toNanos();

    private final LeaseTable table;
    private final Duration unusedFor;
    private long dueAt = System.nanoTime() + INTERVAL_NANOS;

    Purge(LeaseTable table, Duration unusedFor) {
        this.table = table;
        this.unusedFor = unusedFor;
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        if (dueAt - now > 0) {
            return;
        }
        dueAt = now + INTERVAL_NANOS;
        try {
            boolean isMoreLeft = table.purge(unusedFor, MOST_AT_ONCE) == MOST_AT_ONCE;
            if (isMoreLeft) {
                dueAt = now;
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Unused rows could not be purged; it is tried again in an hour", e);
        }
    }
}
