package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
abstract class Account { // refused: [EntityNotAllowedHere] Account is abstract, and an entity is created from its row: mark its subclasses
    @Id private final String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }

    abstract void settle();
}

class Uses {
    void use(LockedAccount account) {
        account.settle();
        account.getId();
    }
}
