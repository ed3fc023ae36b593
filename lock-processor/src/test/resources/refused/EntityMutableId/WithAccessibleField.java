package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id String id; // refused: [EntityMutableId] The id 'id' of Account can be changed through id, but a lock is held on the id that was read: make the field final.

    Account(String id) {
        this.id = id;
    }
}
