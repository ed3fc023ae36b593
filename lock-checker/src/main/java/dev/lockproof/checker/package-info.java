/**
 * The Checker Framework checker: the qualifiers {@link dev.lockproof.annotations.Locked @Locked} and its relatives.
 *
 * <p>It runs the rules of {@code dev.lockproof.rules} too, so that a build with the checker needs nothing else.
 */
@NullMarked
package dev.lockproof.checker;

import org.jspecify.annotations.NullMarked;
