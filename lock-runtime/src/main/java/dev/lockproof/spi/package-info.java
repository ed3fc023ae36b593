/**
 * What lock providers and stores implement, and what generated code is built from.
 *
 * <p>Programs that only use Lockproof need nothing from here but the types {@link dev.lockproof.spi.LockProvider} and
 * {@link dev.lockproof.spi.EntityStore} in their wiring.
 */
@NullMarked
package dev.lockproof.spi;

import org.jspecify.annotations.NullMarked;
