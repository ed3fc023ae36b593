package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.io.IOException;

@Entity
class Account {
    @Id private final String id;
    private final String owner;

    Account(String id, String owner) {
        this.id = id;
        this.owner = owner;
    }

    String getId() {
        return id;
    }

    String getOwner() throws IOException { // refused: [EntityPropertyType] getOwner() throws IOException, a checked exception
        return owner;
    }
}
