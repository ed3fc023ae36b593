package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;

/** A field would say @Locked long after the lock is gone. */
class LockedLocation {

    @Locked Account account; // error: [locked.location]
}
