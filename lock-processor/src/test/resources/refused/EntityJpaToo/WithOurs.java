package bank;

import dev.lockproof.annotations.Column;
import dev.lockproof.annotations.Id;
import jakarta.persistence.Entity;

@Entity
class Account { // refused: [EntityJpaToo] Account is marked @jakarta.persistence.Entity, but its 'id' has Lockproof's @Id, which says nothing there. Did you mean @dev.lockproof.annotations.Entity?
    @Id private final String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }
}

@Entity
record Order(String id, @Column("cents") long amount) {} // refused: [EntityJpaToo] Order is marked @jakarta.persistence.Entity, but its 'amount' has Lockproof's @Column

class Shop {
    @Entity
    static class Customer { // refused: [EntityJpaToo] Customer is marked @jakarta.persistence.Entity, but its getId() has Lockproof's @Id
        @Id
        String getId() {
            return "";
        }
    }
}
