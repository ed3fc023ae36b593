package dev.lockproof.samples.smallbank;

/**
 * The money before and after. Amounts are in cents.
 *
 * @param tally what was reported as done
 * @param before the sum of all balances before the run
 * @param after the sum of all balances after it
 */
record Outcome(Tally tally, long before, long after) {

    long expected() {
        return before + tally.change();
    }

    boolean holds() {
        return after == expected();
    }
}
