package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
class Account { // refused: [EntityConstructor] Account needs a constructor Account(String id, String owner) that its package can call, to be created from a row; here 'id' is missing; 'owner' is missing.
    @Id private String id;
    private String owner;

    public String getId() {
        return id;
    }

    public String getOwner() {
        return owner;
    }
}
