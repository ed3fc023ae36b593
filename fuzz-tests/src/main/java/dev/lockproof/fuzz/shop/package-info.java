/** What the programs of the attack work on, compiled with the processor as a user would. */
@NullMarked
package dev.lockproof.fuzz.shop;

import org.jspecify.annotations.NullMarked;
