package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private final String id;

    Account(String id) {
        this.id = id;
    }

    final String getId() { // refused: [EntityFinalAccessor] getId() is final but not public, and LockedAccount must override it with a public method: make it public, or remove 'final'.
        return id;
    }
}
