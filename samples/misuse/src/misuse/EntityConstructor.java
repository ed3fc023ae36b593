package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** No constructor takes the properties by their names. */
@Entity
class EntityConstructor {

    @Id
    private final String id;

    private final String owner;

    EntityConstructor(String id, String name) { // error: [EntityConstructor]
        this.id = id;
        this.owner = name;
    }

    String getId() {
        return id;
    }

    String getOwner() {
        return owner;
    }
}
