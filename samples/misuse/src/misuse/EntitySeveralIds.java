package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** An id of two parts is one property, whose type is a record. */
@Entity
record EntitySeveralIds(@Id String branch, @Id long number) {} // error: [EntitySeveralIds]
