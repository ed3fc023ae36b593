package dev.lockproof.test.entities;

import org.jspecify.annotations.Nullable;

/** A class entity. */
public class Account {

    private final String id;
    private final @Nullable String owner;
    private long balance;

    public Account(String id, @Nullable String owner, long balance) {
        this.id = id;
        this.owner = owner;
        this.balance = balance;
    }

    public String getId() {
        return id;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public long getBalance() {
        return balance;
    }

    public void deposit(long amount) {
        balance += amount;
    }
}
