package dev.lockproof.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what became of an attempt to take a lease. */
public sealed interface Attempt {

    /**
     * The lease was granted.
     *
     * <p>A provider that is asked over a network may set aside some tokens for the lease. Then the runtime hands it to the next
     * waiters of its own process under one of them each, for a few milliseconds at most, without asking again: the owner stays
     * the same, the token grows. A provider that knows of a waiter in another process gives a few at most: they make the turn of a process.
     *
     * <p>A provider may also have been handed the lease before it was asked, by a release that knew of the waiter. Then the lease is
     * of some age already, which the runtime takes from the time that it lasts.
     *
     * @param lease the lease with its token
     * @param spareTokens how many tokens after the lease's belong to it, too; zero or more
     * @param age how long it has lasted at most when the question came; zero where the question brought it about
     */
    record Granted(Lease lease, int spareTokens, Duration age) implements Attempt {

        /**
         * Grants a lease.
         *
         * @param lease the lease with its token
         * @param spareTokens how many tokens after the lease's belong to it, too
         * @param age how long it has lasted at most when the question came
         * @throws IllegalArgumentException if the number of spare tokens or the age is negative
         */
        public Granted {
            if (spareTokens < 0) {
                throw new IllegalArgumentException("A lease has zero or more spare tokens, not " + spareTokens);
            }
            if (age.isNegative()) {
                throw new IllegalArgumentException("The age of a lease is zero or more, not " + age);
            }
        }

        /**
         * Grants a lease that lasts from the question on.
         *
         * @param lease the lease with its token
         * @param spareTokens how many tokens after the lease's belong to it, too
         */
        public Granted(Lease lease, int spareTokens) {
            this(lease, spareTokens, Duration.ZERO);
        }

        /**
         * Grants a lease under one token only.
         *
         * @param lease the lease with its token
         */
        public Granted(Lease lease) {
            this(lease, 0);
        }
    }

    /**
     * Somebody else holds the lease.
     *
     * @param retryAfter when it ends by itself, as far as is known; zero or more
     * @param holder describes the holder for people, or null where the backend does not know
     */
    record Busy(Duration retryAfter, @Nullable String holder) implements Attempt {

        /**
         * Lets who was refused ask again no later than after a time. For a provider that can't tell a waiter that it is its turn, and
         * keeps the key for it for a moment.
         *
         * @param longest the time
         * @return an answer with the shorter one of the two times
         */
        public Busy within(Duration longest) {
            return retryAfter.compareTo(longest) <= 0 ? this : new Busy(longest, holder);
        }
    }
}
