package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

class Audited {
    private String changedBy = "nobody";

    public String getChangedBy() {
        return changedBy;
    }
}

@Entity
class Account extends Audited {
    @Id private final String id;

    Account(String id) { // refused: here 'changedBy' is missing.
        this.id = id;
    }

    String getId() {
        return id;
    }
}
