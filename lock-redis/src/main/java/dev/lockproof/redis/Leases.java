package dev.lockproof.redis;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockKey;
import dev.lockproof.redis.Script.Operation;
import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Holder;
import dev.lockproof.spi.Lease;
import dev.lockproof.spi.OwnerId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts are told, and what their answers mean. Thread-safe.
 *
 * @param prefix of all keys
 * @param holder describes this process
 * @param forgetAfter how long the token of a lock that nobody takes is kept
 */
record Leases(String prefix, Holder holder, Duration forgetAfter) {

    /** Longer than any program runs, and short enough to count in nanoseconds. */
    private static final Duration LONGEST_TTL = Duration.ofDays(36_500);

    /** When who waits asks again, if it can't be told of its turn: within it. */
    static final Duration ASK_IF_DEAF = Script.KEPT.dividedBy(2);

    /** Tokens are raised up to here, so that more follow than any key needs until the largest one. */
    private static final long LARGEST_RAISED = 9_000_000_000_000_000L;

    Call acquire(LockKey key, OwnerId owner, Duration ttl, @Nullable Watch watch) {
        return Call.of(Operation.ACQUIRE, keys(key).lockAndQueue(), owner.toString(), ttlAndHolder(ttl), keyMillis(ttl))
                .by(watch);
    }

    /** Reads the answer to {@link #acquire} and to {@link #advance}. */
    static Attempt attempt(LockKey key, OwnerId owner, String answer) {
        String[] parts = parts(answer);
        if (isYes(answer)) {
            Tokens tokens = Tokens.parse(parts[1], parts[2]);
            return new Attempt.Granted(new Lease(key, owner, tokens.first()), tokens.spare());
        }
        if (parts.length == 1) {
            return new Attempt.Busy(Duration.ZERO, null);
        }
        Duration untilItsEnd = Duration.ofMillis(Long.parseLong(parts[1]));
        return new Attempt.Busy(untilItsEnd, parts[3].isEmpty() ? null : parts[3]);
    }

    private static String[] parts(String answer) {
        return answer.split(" ", 4);
    }

    Call renew(Lease lease, Duration ttl) {
        return Call.of(
                Operation.RENEW,
                keys(lease.key()).lockAndQueue(),
                lease.owner().toString(),
                millis(ttl),
                keyMillis(ttl));
    }

    Call advance(Lease lease, long atLeast) {
        if (atLeast > LARGEST_RAISED) {
            throw new LockBackendException(
                    "The token of the lock " + lease.key() + " can't be raised to " + atLeast + ", only up to "
                            + LARGEST_RAISED + ": Redis counts up to " + Script.LARGEST_TOKEN
                            + ". See what wrote such a fence into the store, and lower it there",
                    true,
                    null);
        }
        return Call.of(
                Operation.ADVANCE,
                keys(lease.key()).lockAndQueue(),
                lease.owner().toString(),
                Long.toString(atLeast));
    }

    Call writeBack(Lease lease, int spareTokens) {
        return Call.of(
                Operation.WRITE_BACK,
                keys(lease.key()).lockAndQueue(),
                lease.owner().toString(),
                Long.toString(lease.token()),
                Integer.toString(spareTokens));
    }

    /** Ends a lease; and the owner's wait, if it waits. */
    Call release(LockKey key, OwnerId owner, @Nullable Watch watch) {
        return Call.of(Operation.RELEASE, keys(key).lockAndQueue(), owner.toString())
                .by(watch);
    }

    /**
     * Says what the queue is to know of who waits.
     *
     * @param ttl of the lease that a release is to grant to it; null if it has to ask for it
     */
    String waiter(OwnerId owner, String channel, @Nullable Duration ttl) {
        String keyMillis = ttl == null ? "0" : keyMillis(ttl);
        int length = channel.getBytes(StandardCharsets.UTF_8).length;
        return owner + keyMillis + " " + length + " " + channel + (ttl == null ? "" : ttlAndHolder(ttl));
    }

    /** Tells from the refusal of an acquisition whether who waits is listening, as far as the server knows. */
    static boolean isHeard(String answer) {
        return !answer.startsWith("0?");
    }

    /** Gives what the server's clock said, in microseconds, when it refused an acquisition. */
    static long refusedAtMicros(String answer) {
        return Long.parseLong(parts(answer)[2]);
    }

    Call withdraw(LockKey key, OwnerId owner, @Nullable Watch watch) {
        return Call.of(Operation.WITHDRAW, keys(key).lockAndQueue(), owner.toString())
                .by(watch);
    }

    /** Gives why a release could not be made known, or null if it was. */
    static @Nullable String untold(String answer) {
        return isYes(answer) && answer.length() > 1 ? answer.substring(2) : null;
    }

    static boolean isYes(String answer) {
        return answer.startsWith("1");
    }

    Keys keys(LockKey key) {
        return Keys.of(prefix, key);
    }

    private String ttlAndHolder(Duration ttl) {
        return millis(ttl) + " " + holder.describe();
    }

    private String keyMillis(Duration ttl) {
        return millis(capped(forgetAfter).plus(capped(ttl)));
    }

    /** Rounds up: a lease may last longer than was asked for, and never shorter. */
    private static String millis(Duration duration) {
        return Long.toString((capped(duration).toNanos() + 999_999) / 1_000_000);
    }

    private static Duration capped(Duration duration) {
        return duration.compareTo(LONGEST_TTL) < 0 ? duration : LONGEST_TTL;
    }
}
