package dev.lockproof.fuzz.shop;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Fresh;
import dev.lockproof.annotations.Id;

/** An entity that is a class. */
@Entity
public class Account {

    @Id
    private final String id;

    private long balance;

    /**
     * Makes a new account.
     *
     * @param id its id
     * @param balance what is on it
     */
    public Account(String id, long balance) {
        this.id = id;
        this.balance = balance;
    }

    /**
     * Makes an empty account.
     *
     * @param id its id
     * @return a new one
     */
    public static @Fresh Account open(String id) {
        return new Account(id, 0);
    }

    /**
     * Gives the id.
     *
     * @return it
     */
    public String getId() {
        return id;
    }

    /**
     * Gives the balance.
     *
     * @return it
     */
    public long getBalance() {
        return balance;
    }

    /**
     * Adds to the balance.
     *
     * @param amount how much
     */
    public void deposit(long amount) {
        balance += amount;
    }

    /**
     * Makes an empty copy.
     *
     * @return a new account with the same id
     */
    public Account emptied() {
        return new Account(id, 0);
    }

    /**
     * Gives another account, which the checker would refuse. This module is compiled without it.
     *
     * @param other any account
     * @return that account
     */
    public Account or(Account other) {
        return other;
    }
}
