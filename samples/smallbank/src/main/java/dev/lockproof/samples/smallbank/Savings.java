package dev.lockproof.samples.smallbank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/**
 * A customer's savings account, as a record: a change makes a new value.
 *
 * @param customerId whose it is
 * @param balance the balance in cents
 */
@Entity
public record Savings(@Id long customerId, long balance) {

    Savings plus(long cents) {
        if (balance + cents < 0) {
            throw new InsufficientFunds("The savings of customer " + customerId + " would fall below zero");
        }
        return new Savings(customerId, balance + cents);
    }

    Savings emptied() {
        return new Savings(customerId, 0);
    }
}
