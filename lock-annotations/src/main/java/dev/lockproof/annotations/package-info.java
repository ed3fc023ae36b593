/**
 * What a user writes on domain classes and signatures.
 *
 * <p>{@link dev.lockproof.annotations.Entity @Entity} and {@link dev.lockproof.annotations.Id @Id} describe a stored
 * class. The qualifiers {@link dev.lockproof.annotations.MaybeUnlocked @MaybeUnlocked},
 * {@link dev.lockproof.annotations.Writable @Writable}, {@link dev.lockproof.annotations.Fresh @Fresh} and
 * {@link dev.lockproof.annotations.Locked @Locked} say what is known about a value. The effects
 * {@link dev.lockproof.annotations.AcquiresLock @AcquiresLock} and
 * {@link dev.lockproof.annotations.RunsInline @RunsInline} say what a method does.
 */
@NullMarked
package dev.lockproof.annotations;

import org.jspecify.annotations.NullMarked;
