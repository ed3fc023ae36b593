/** The entities that the programs under {@code src/misuse} get wrong. */
@NullMarked
package dev.lockproof.samples.misuse;

import org.jspecify.annotations.NullMarked;
