package dev.lockproof.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.checkerframework.framework.qual.SubtypeOf;

/**
 * Says that the lock on the entity is held for as long as this value can be used.
 *
 * <p>Write it on a parameter to make possession of the lock a precondition that the compiler checks:
 * {@code void processRefund(@Locked Account account, long amount)}. A method with such a parameter runs under the
 * caller's lock and cannot take another one.
 */
@Documented
@Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@SubtypeOf(Writable.class)
public @interface Locked {}
