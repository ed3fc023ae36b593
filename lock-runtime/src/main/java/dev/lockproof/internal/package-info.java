/** Pure parts of the lock service: no I/O and no time. Not exported. */
@NullMarked
package dev.lockproof.internal;

import org.jspecify.annotations.NullMarked;
