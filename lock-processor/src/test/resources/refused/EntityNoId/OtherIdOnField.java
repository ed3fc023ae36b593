package bank;

import dev.lockproof.annotations.Entity;
import jakarta.persistence.Id;

@Entity
class Account {
    @Id
    private final String id; // refused: [EntityNoId] Account has no @Id: 'id' is marked @jakarta.persistence.Id. Did you mean @dev.lockproof.annotations.Id?

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
