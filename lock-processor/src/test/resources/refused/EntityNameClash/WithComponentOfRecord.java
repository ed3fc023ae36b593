package bank;

import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;

@Entity
record Door(
        @Id String id,
        String lock) {} // refused: [EntityNameClash] lock() clashes with LockedDoor.lock(), which gives the lock: rename it.
