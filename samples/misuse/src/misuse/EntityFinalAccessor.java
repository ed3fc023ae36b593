package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** LockedEntityFinalAccessor has to make this accessor public, and can't override it. */
@Entity
class EntityFinalAccessor {

    @Id
    private final String id;

    EntityFinalAccessor(String id) {
        this.id = id;
    }

    final String getId() { // error: [EntityFinalAccessor]
        return id;
    }
}
