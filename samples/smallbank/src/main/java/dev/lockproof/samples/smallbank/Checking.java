package dev.lockproof.samples.smallbank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** A customer's checking account, as a class: a change alters the object. Amounts are in cents. */
@Entity
public class Checking {

    @Id
    private final long customerId;

    private long balance;

    public Checking(long customerId, long balance) {
        this.customerId = customerId;
        this.balance = balance;
    }

    public long getCustomerId() {
        return customerId;
    }

    public long getBalance() {
        return balance;
    }

    void deposit(long cents) {
        balance += cents;
    }

    void withdraw(long cents) {
        if (cents > balance) {
            throw new InsufficientFunds("The checking of customer " + customerId + " holds less than is to be sent");
        }
        balance -= cents;
    }

    /** Takes out money that need not be there: a check is honoured even if the account goes below zero. */
    void overdraw(long cents) {
        balance -= cents;
    }
}
