package dev.lockproof.benchmarks.locks;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** A small entity to lock. */
@Entity
class Account {

    @Id
    private final String id;

    private final String owner;
    private final long balance;

    Account(String id, String owner, long balance) {
        this.id = id;
        this.owner = owner;
        this.balance = balance;
    }

    String getId() {
        return id;
    }

    String getOwner() {
        return owner;
    }

    long getBalance() {
        return balance;
    }
}
