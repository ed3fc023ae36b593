package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** Both would be locked under Shared:42. */
class EntityDuplicateKeyName {

    @Entity(name = "Shared")
    record First(@Id String id) {}

    @Entity(name = "Shared")
    record Second(@Id String id) {} // error: [EntityDuplicateKeyName]
}
