package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private final String id;
    private long balance;

    Account(String id, long bal) { // refused: [EntityConstructor] Account needs a constructor Account(String id, long balance) that its package can call, to be created from a row; here 'bal' is no property, did you mean 'balance'?
        this.id = id;
        this.balance = bal;
    }

    String getId() {
        return id;
    }

    long getBalance() {
        return balance;
    }
}

class Uses {
    void use(AccountRepository accounts) {
        try (LockedAccount account = accounts.lock("42")) {
            accounts.save(account);
            account.getBalance();
            accounts.count(AccountFields.BALANCE.lessThan(100L));
        }
    }
}
