package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** An interface has no rows. */
@Entity
interface EntityNotAllowedHere { // error: [EntityNotAllowedHere]

    @Id
    String id();
}
