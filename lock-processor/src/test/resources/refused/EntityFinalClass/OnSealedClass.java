package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
sealed class Account permits Savings { // refused: [EntityFinalClass] Account is sealed, so that LockedAccount could not extend it: remove 'sealed'
    @Id private final String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }
}

non-sealed class Savings extends Account {
    Savings(String id) {
        super(id);
    }
}
