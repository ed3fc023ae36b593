package dev.lockproof.samples.misuse;

import dev.lockproof.annotations.Locked;

/** A String has no lock. */
class LockedNotAnEntity {

    void rename(@Locked String owner) {} // error: [LockedNotAnEntity]
}
