package dev.lockproof.spi;

import org.jspecify.annotations.Nullable;

/**
 * Says what became of an attempt to take a lease and to claim a row in one step.
 *
 * @param attempt what became of the lease
 * @param row the row as it was read under the lease, its fence raised to the lease's token; or null if it was not claimed, in
 *     which case the store is asked whether it is missing or has a larger fence
 */
public record JoinedAttempt(Attempt attempt, @Nullable Row row) {

    /**
     * Says what became of both.
     *
     * @param attempt what became of the lease
     * @param row the row that was claimed, or null
     * @throws IllegalArgumentException if a row was claimed without a lease
     */
    public JoinedAttempt {
        if (row != null && !(attempt instanceof Attempt.Granted)) {
            throw new IllegalArgumentException("A row is claimed under a lease that was granted, not after " + attempt);
        }
    }
}
