package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** The lock's key is made from the id, and 0.1 + 0.2 isn't 0.3. */
@Entity
record EntityIdType(@Id double id, String owner) {} // error: [EntityIdType]
