package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** No store has a column for a thread. */
@Entity
record EntityPropertyType(@Id String id, Thread worker) {} // error: [EntityPropertyType]
