package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** LockedEntityFinalClass could not extend it. */
@Entity
final class EntityFinalClass { // error: [EntityFinalClass]

    @Id
    private final String id;

    EntityFinalClass(String id) {
        this.id = id;
    }

    String getId() {
        return id;
    }
}
