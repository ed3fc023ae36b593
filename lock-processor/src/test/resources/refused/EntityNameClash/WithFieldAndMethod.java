package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id final String id;
    long balance; // refused: [EntityNameClash] The field 'balance' has no accessor, and balance() is taken by another method: add getBalance().

    Account(String id, long balance) {
        this.id = id;
        this.balance = balance;
    }

    String balance() {
        return balance + " cents";
    }
}
