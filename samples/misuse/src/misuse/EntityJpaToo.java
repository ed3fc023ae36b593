package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** JPA writes the row when a transaction ends, whoever holds the lock. */
@Entity
@jakarta.persistence.Entity
class EntityJpaToo { // error: [EntityJpaToo]

    @Id
    private final String id;

    EntityJpaToo(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }
}
