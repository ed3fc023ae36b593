package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** An entity whose id changes is another entity, under another lock. */
@Entity
class EntityMutableId {

    @Id
    private String id;

    EntityMutableId(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }

    void setId(String id) { // error: [EntityMutableId]
        this.id = id;
    }
}
