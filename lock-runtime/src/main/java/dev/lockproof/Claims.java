package dev.lockproof;

import dev.lockproof.spi.Attempt;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Lockable;
import org.jspecify.annotations.Nullable;

/** Claims the row of an entity under a lock that was just granted. */
final class Claims {

    /** One is enough unless tokens of several sources meet in one row, or the fence is raised at the same time. */
    private static final int MOST_ADVANCES = 3;

    private Claims() {}

    /**
     * Claims the row, and raises the lock's token where the row has seen a larger one: then the source of the tokens went
     * backwards, and only it can give a token that is larger.
     *
     * @return the proof, or null if there is no such row
     * @throws LockLostException if the lock was lost meanwhile
     */
    static <L> @Nullable L claim(Lockable<L> lockable, Hold hold) {
        LockGrant grant = new LockGrant(hold);
        Claim<L> claim = lockable.claim(grant);
        for (int advances = 0; claim instanceof Claim.Superseded<L> superseded; advances++) {
            if (advances == MOST_ADVANCES) {
                throw new LockBackendException(
                        "The row of " + lockable.lockKey() + " has fence " + superseded.fence() + ", past token "
                                + hold.token() + " of the lock " + hold.key() + ", although the token was raised "
                                + MOST_ADVANCES + " times. Let all processes that lock it use the same lock provider",
                        true,
                        null);
            }
            advance(hold, superseded.fence() + 1);
            claim = lockable.claim(grant);
        }
        return claim instanceof Claim.Claimed<L> claimed ? claimed.value() : null;
    }

    private static void advance(Hold hold, long atLeast) {
        Attempt attempt = hold.environment().provider().advance(hold.lease(), atLeast);
        if (attempt instanceof Attempt.Granted granted) {
            hold.advanced(granted);
        } else {
            hold.lose("a later holder has claimed the row");
            hold.ensureHeld();
        }
    }
}
