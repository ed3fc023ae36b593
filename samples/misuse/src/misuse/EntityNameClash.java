package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

/** LockedEntityNameClash has a lock() of its own. */
@Entity
record EntityNameClash(@Id String id, String lock) {} // error: [EntityNameClash]
