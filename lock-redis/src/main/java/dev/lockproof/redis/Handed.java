package dev.lockproof.redis;

import dev.lockproof.LockKey;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A lease that a release handed to who waits for it, as the message says that tells of it.
 *
 * @param tokens of the lease
 * @param atMicros when it began, by the server's clock
 * @param heardAt when the message came, by {@link System#nanoTime()}
 */
record Handed(Tokens tokens, long atMicros, long heardAt) {

    /** The clocks of a server and of this process may differ in speed by one part of so many. */
    private static final long DRIFT_PARTS = 1_000;

    /** Who gets a lease of which this part is over asks for it, and so has it for its full time. */
    private static final int WORN = 10;

    /** Reads what follows the owner in a message: tokens and time. Gives null if it is something else, which no release says. */
    static @Nullable Handed parse(String text, long heardAt) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            return new Handed(Tokens.parse(parts[0], parts[1]), Long.parseLong(parts[2]), heardAt);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * Gives the lease to who waits, unless that has learned since that somebody else holds it, or too much of it is over.
     *
     * <p>How long it has lasted is counted from the last question on, and not from the message, which may have been on its way for
     * long: the server's clock was read after the question was sent, and tells how much later the lease began.
     *
     * @param refusal the last question and its answer
     * @param ttl how long the lease lasts from its beginning
     * @param now by {@link System#nanoTime()}
     */
    Attempt.@Nullable Granted after(Refusal refusal, LockKey key, OwnerId owner, Duration ttl, long now) {
        long later = TimeUnit.MICROSECONDS.toNanos(atMicros - refusal.atMicros());
        if (later < 0) {
            return null;
        }
        long sinceQuestion = now - refusal.askedAt() - later + later / DRIFT_PARTS;
        long age = Math.max(sinceQuestion, now - heardAt);
        return age > ttl.toNanos() / WORN
                ? null
                : new Attempt.Granted(new Lease(key, owner, tokens.first()), tokens.spare(), Duration.ofNanos(age));
    }

    /**
     * An answer that somebody else holds the lease.
     *
     * @param askedAt when the question was sent, by {@link System#nanoTime()}
     * @param atMicros when it was answered, by the server's clock
     */
    record Refusal(long askedAt, long atMicros) {}
}
