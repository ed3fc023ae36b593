package dev.lockproof.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what became of an attempt to take a lease. */
public sealed interface Attempt {

    /**
     * The lease was granted.
     *
     * @param lease the lease with its token
     */
    record Granted(Lease lease) implements Attempt {}

    /**
     * Somebody else holds the lease.
     *
     * @param retryAfter when it ends by itself, as far as is known; zero or more
     * @param holder describes the holder for people, or null where the backend does not know
     */
    record Busy(Duration retryAfter, @Nullable String holder) implements Attempt {}
}
