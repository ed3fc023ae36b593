package dev.lockproof.samples.smallbank;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.RunsInline;

/**
 * The six procedures of SmallBank. Customers go by name, amounts are in cents.
 *
 * <p>A procedure that throws must have changed nothing.
 */
interface Bank {

    /** The fee for a check that is not covered: one dollar, as in the paper, where the customer pays it. */
    long OVERDRAFT_PENALTY = 100;

    /** Runs work that belongs together, such as opening many accounts, in one transaction if there are transactions. */
    default void together(@RunsInline Runnable work) {
        work.run();
    }

    /** Opens both accounts of a new customer. */
    void open(@Fresh Account account, long savings, long checking);

    /** Moves all that one customer has, savings and checking, into another's checking. */
    @AcquiresLock
    void amalgamate(String from, String to);

    /** Adds up savings and checking as they were at one moment. */
    @AcquiresLock
    long balance(String name);

    @AcquiresLock
    void depositChecking(String name, long cents);

    /**
     * Pays from one checking account into another.
     *
     * @throws InsufficientFunds if the payer's checking holds too little
     */
    @AcquiresLock
    void sendPayment(String from, String to, long cents);

    /**
     * Adds to the savings, or takes from them if the amount is negative.
     *
     * @throws InsufficientFunds if they would fall below zero
     */
    @AcquiresLock
    void transactSavings(String name, long cents);

    /**
     * Cashes a check.
     *
     * <p>If savings and checking together do not cover it, the checking pays {@link #OVERDRAFT_PENALTY} on top. The code
     * in H-Store and BenchBase subtracts {@code cents - 1} there, so its penalty is a gift; the paper adds.
     *
     * @return the penalty that was paid, or zero
     */
    @AcquiresLock
    long writeCheck(String name, long cents);

    /** Adds up all balances of the bank. Exact while no procedure runs. */
    long total();
}
