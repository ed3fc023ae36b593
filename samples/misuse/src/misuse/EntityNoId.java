package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;

/** Nothing says which row is whose. */
@Entity
record EntityNoId(String id, String owner) {} // error: [EntityNoId]
