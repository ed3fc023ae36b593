package dev.lockproof.samples.webshop.customer;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import dev.lockproof.samples.webshop.ShopException;

/** Somebody who buys, and pays from the credit of the shop's gift cards. */
@Entity
public class Customer {

    @Id
    private final String id;

    private final String name;
    private long creditCents;
    private long spentCents;

    /**
     * Makes a customer.
     *
     * @param id whatever identifies him
     * @param name what he is called
     * @param creditCents what he can spend
     * @param spentCents what he has spent so far
     */
    public Customer(String id, String name, long creditCents, long spentCents) {
        this.id = id;
        this.name = name;
        this.creditCents = creditCents;
        this.spentCents = spentCents;
    }

    /**
     * Tells who it is.
     *
     * @return the id
     */
    public String getId() {
        return id;
    }

    /**
     * Tells what he is called.
     *
     * @return the name
     */
    public String getName() {
        return name;
    }

    /**
     * Tells what he can spend.
     *
     * @return cents
     */
    public long getCreditCents() {
        return creditCents;
    }

    /**
     * Tells what he has spent so far.
     *
     * @return cents
     */
    public long getSpentCents() {
        return spentCents;
    }

    void topUp(long cents) {
        ShopException.require(cents > 0, "A gift card is worth something");
        creditCents += cents;
    }

    void take(long cents) {
        ShopException.require(cents <= creditCents, name + " has only " + creditCents + " cents of credit");
        creditCents -= cents;
    }

    void spend(long cents) {
        take(cents);
        spentCents += cents;
    }

    void refund(long cents) {
        creditCents += cents;
        spentCents -= cents;
    }
}
