package bank;

import dev.lockproof.annotations.Entity;

@Entity
class Account { // refused: [EntityNoId] Account has no @Id: mark the property that identifies it, e.g. @Id private final String id;
    private final String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }
}

class Uses {
    void use(AccountRepository accounts) {
        accounts.findById("42").map(PersistentAccount::getId);
    }
}
