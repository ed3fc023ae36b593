package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
@jakarta.persistence.Entity
class Account { // refused: [EntityJpaToo] Account is also marked @jakarta.persistence.Entity, which stores it without a lock: keep one of both; Lockproof's import is dev.lockproof.annotations.Entity.
    @Id private final String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }
}
