package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private final String id;
    private long balance;

    Account(String id, int balance) { // refused: [EntityConstructor] Account needs a constructor Account(String id, long balance) that its package can call, to be created from a row; here 'balance' is of type int here and long in the class.
        this.id = id;
        this.balance = balance;
    }

    String getId() {
        return id;
    }

    long getBalance() {
        return balance;
    }
}
