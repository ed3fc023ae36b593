package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
final class Account { // refused: [EntityFinalClass] Account is final, so that LockedAccount could not extend it: remove 'final', or make it a record.
    @Id private final String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }
}

class Uses {
    void use(AccountRepository accounts) {
        accounts.deleteById("42");
    }
}
