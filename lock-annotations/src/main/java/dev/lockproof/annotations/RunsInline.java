package dev.lockproof.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that a functional parameter is called only during the call, and on the same thread.
 *
 * <p>A lambda that is handed to such a parameter may use a proof of the surrounding scope. The promise is checked: the
 * parameter can be called, or handed on to another {@code @RunsInline} parameter, and nothing else.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsInline {}
