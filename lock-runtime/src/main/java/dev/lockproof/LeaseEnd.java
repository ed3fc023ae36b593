package dev.lockproof;

/**
 * How a lease comes to its end, as people are told.
 *
 * @param options how the lock was taken
 * @param nanos how long it could be held as far as it was renewed, from the acquisition
 */
record LeaseEnd(LockOptions options, long nanos) {

    /** Tells how the lock is lost then, as a clause. */
    String reason() {
        return isLongestHold()
                ? "it was renewed up to its longest hold of "
                        + options.maxHold().toMillis() + " ms"
                : "its lease of " + options.firstTtl().toMillis() + " ms ran out";
    }

    /** Tells what to do if such locks are lost too often, as a clause. */
    String advice() {
        if (isLongestHold()) {
            return "raise LockOptions.withMaxHold";
        }
        return options.renew() ? "raise LockOptions.withTtl" : "raise LockOptions.withTtl or use withRenew(true)";
    }

    /** Whether no renewal could have made it longer, but for the safety margin. */
    private boolean isLongestHold() {
        return options.renew()
                && nanos >= options.maxHold().toNanos() - LockOptions.marginNanos(options.firstTtlNanos());
    }
}
