package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** An entity that is a class: a change alters the object. */
@Entity
public class Account {

    @Id
    private final String id;

    private final String owner;
    private long balance;

    public Account(String id, String owner, long balance) {
        this.id = id;
        this.owner = owner;
        this.balance = balance;
    }

    public String getId() {
        return id;
    }

    public String getOwner() {
        return owner;
    }

    public long getBalance() {
        return balance;
    }

    public void deposit(long amount) {
        balance += amount;
    }

    public void withdraw(long amount) {
        if (amount > balance) {
            throw new IllegalArgumentException(id + " holds less than " + amount);
        }
        balance -= amount;
    }
}
