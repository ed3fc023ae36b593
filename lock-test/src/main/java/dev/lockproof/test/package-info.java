/** Tests that every lock provider and every store passes: extend them, and give them the provider or store. */
@NullMarked
package dev.lockproof.test;

import org.jspecify.annotations.NullMarked;
