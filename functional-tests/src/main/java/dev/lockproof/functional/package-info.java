/** Entities of every shape, as a user would write them. */
@NullMarked
package dev.lockproof.functional;

import org.jspecify.annotations.NullMarked;
