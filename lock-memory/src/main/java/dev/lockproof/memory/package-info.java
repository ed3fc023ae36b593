/** The embedded default: locks and entities in this JVM's memory. */
@NullMarked
package dev.lockproof.memory;

import org.jspecify.annotations.NullMarked;
