package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private final String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }

    public boolean close() { // refused: [EntityNameClash] close() clashes with LockedAccount.close(), which releases the lock: rename it.
        return true;
    }
}

class Uses {
    void use(AccountRepository accounts) {
        try (LockedAccount account = accounts.lock("42")) {
            account.getId();
        }
    }
}
