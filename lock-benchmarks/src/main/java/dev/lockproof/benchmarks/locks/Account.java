package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** A small entity to lock. */
@Entity
public class Account {

    @Id
    private final String id;

    private final String owner;
    private long balance;

    /**
     * Opens an account.
     *
     * @param id its number
     * @param owner whose it is
     * @param balance what is on it
     */
    public Account(String id, String owner, long balance) {
        this.id = id;
        this.owner = owner;
        this.balance = balance;
    }

    /**
     * Tells its number.
     *
     * @return the number
     */
    public String getId() {
        return id;
    }

    /**
     * Tells whose it is.
     *
     * @return the owner
     */
    public String getOwner() {
        return owner;
    }

    /**
     * Tells what is on it.
     *
     * @return the balance
     */
    public long getBalance() {
        return balance;
    }

    void deposit(long amount) {
        balance += amount;
    }
}
