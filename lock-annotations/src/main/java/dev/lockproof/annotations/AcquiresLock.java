package dev.lockproof.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method or constructor may take a lock on the calling thread, so it can't be called while one is held.
 *
 * <p>The effect is checked, not trusted: a method that acquires, or calls what acquires, must be annotated, and so must
 * the method that it overrides. Private methods need no annotation: theirs is inferred. On a type it covers every
 * method and constructor declared in it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcquiresLock {}
