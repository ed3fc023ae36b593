package dev.lockproof.samples.smallbank;

/**
 * The money before and after. Amounts are in cents.
 *
 * @param tally what was reported as done
 * @param change by how much that changed the sum of all balances
 * @param before the sum of all balances before the run
 * @param after the sum of all balances after it
 */
record Outcome(Tally tally, long change, long before, long after) {

    long expected() {
        return before + change;
    }

    boolean holds() {
        return after == expected();
    }
}
