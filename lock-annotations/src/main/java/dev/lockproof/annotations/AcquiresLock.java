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
 * the method that it overrides. Private methods need no annotation: theirs is inferred.
 *
 * <p>On a type it covers the methods declared in it. Not those that can't take locks: what takes a proof, overrides a
 * method that takes none, or reads a record's component. And neither constructors nor nested types, nor what subclasses
 * declare: they say so themselves.
 */
@Documented
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcquiresLock {}
