package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.io.IOException;

@Entity
class Account {
    @Id private final String id;

    Account(String id) throws IOException { // refused: here it throws IOException, a checked exception.
        this.id = id;
    }

    String getId() {
        return id;
    }
}
