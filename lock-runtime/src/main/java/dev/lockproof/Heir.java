package dev.lockproof;

import dev.lockproof.internal.Turn;
import dev.lockproof.spi.Lease;
import org.jspecify.annotations.Nullable;

/** A turn that may get its lease from the one in front of it, and may leave it to the one behind. */
abstract class Heir extends Turn {

    private int spareTokens;
    private long spareSince;

    /** What this turn leaves behind, or was left and has not used yet. Passed on in the steps by which turns leave a line. */
    private @Nullable HandOver handOver;

    Heir(LockKey key) {
        super(key);
    }

    /** Notes the tokens under which the next in line may go on. */
    final void setAside(int tokens, long since) {
        spareTokens = tokens;
        spareSince = since;
    }

    /** Notes that other tokens are set aside now. The time that this process may keep the lease doesn't begin anew. */
    final void setAside(int tokens) {
        spareTokens = tokens;
    }

    /** Tells whether the next in line is going to get the lease of this one, once this one leaves the line. */
    final boolean canHandOver(Ticker ticker) {
        return spareTokens > 0 && isFollowed() && HandOver.isInTime(spareSince, ticker.read());
    }

    /** Leaves a lease to the next in line. */
    final void leaveBehind(Lease lease, long deadline) {
        handOver = HandOver.of(lease, spareTokens, spareSince, deadline);
    }

    @Override
    protected final void inherit(Turn before) {
        handOver = ((Heir) before).takeHandOver();
    }

    /**
     * Gives what the one in front left, a single time. For the first in line; or for one that has left it, of what nobody took.
     */
    final @Nullable HandOver takeHandOver() {
        HandOver left = handOver;
        handOver = null;
        return left;
    }
}
