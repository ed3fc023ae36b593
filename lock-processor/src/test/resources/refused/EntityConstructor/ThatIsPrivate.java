package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account {
    @Id private final String id;

    private Account(String id) { // refused: this one is private or generic.
        this.id = id;
    }

    String getId() {
        return id;
    }
}
