package shop;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
public class Account {

    @Id
    private final String id;

    private long balance;

    public Account(String id, long balance) {
        this.id = id;
        this.balance = balance;
    }

    public String getId() {
        return id;
    }

    public long getBalance() {
        return balance;
    }

    public void deposit(long amount) {
        balance += amount;
    }
}
