package dev.lockproof;

import dev.lockproof.spi.Lease;
import java.time.Duration;

/**
 * A lease on its way from its holder to the next in the line of this process, without a word to the provider.
 *
 * <p>The next holder gets a token that the provider set aside, so the store can tell the two apart. For how long a process may
 * keep a lease among its own threads is limited, because a waiter of another process may have come since it was granted.
 *
 * @param lease the lease under the next token
 * @param spareTokens how many tokens are left after that
 * @param since when the provider was asked for the lease, as the ticker counts
 * @param deadline when it is to be taken as lost, as the ticker counts
 */
record HandOver(Lease lease, int spareTokens, long since, long deadline) {

    private static final long LONGEST_NANOS = Duration.ofMillis(10).toNanos();

    /** How much of a new lease may be missing: a tenth. */
    private static final int WORN = 10;

    /** Tells whether a lease that was asked for then may still be handed over. */
    static boolean isInTime(long since, long now) {
        return now - since < LONGEST_NANOS;
    }

    /** Passes a lease on under its next token. */
    static HandOver of(Lease last, int spareTokens, long since, long deadline) {
        return new HandOver(new Lease(last.key(), last.owner(), last.token() + 1), spareTokens - 1, since, deadline);
    }

    /** Tells whether it lasts for about as long as was asked for: not much shorter, and not longer. */
    boolean suits(LockOptions options, long now) {
        long wanted = options.firstTtlNanos() - LockOptions.marginNanos(options.firstTtlNanos());
        long left = deadline - now;
        return left <= wanted && left >= wanted - wanted / WORN;
    }
}
