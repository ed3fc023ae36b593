package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private final String id;
    private long balance;

    Account(String id, long cents) { // refused: here 'cents' is no property, did you mean 'balance'?
        this.id = id;
        this.balance = cents;
    }

    String getId() {
        return id;
    }

    long getBalance() {
        return balance;
    }
}
