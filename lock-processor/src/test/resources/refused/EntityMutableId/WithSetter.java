package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private String id;

    Account(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }

    void setId(String id) { // refused: [EntityMutableId] The id 'id' of Account can be changed through setId(), but a lock is held on the id that was read: remove it and set the id in the constructor.
        this.id = id;
    }
}
