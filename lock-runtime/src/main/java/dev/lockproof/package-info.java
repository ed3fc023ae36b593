/**
 * Locks, proofs and repositories: what a program that uses Lockproof calls.
 *
 * <p>A {@link dev.lockproof.LockService} hands out a {@link dev.lockproof.LockProof} for the length of a {@code try}
 * block. Only through the proof can a stored entity be changed, and the store checks the proof's fencing token inside
 * every write.
 */
@NullMarked
package dev.lockproof;

import org.jspecify.annotations.NullMarked;
