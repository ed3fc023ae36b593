package dev.lockproof.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class or record whose instances are stored and changed only under a lock.
 *
 * <p>The annotation processor generates, next to {@code Account}, the read-only view {@code PersistentAccount}, the
 * proof {@code LockedAccount}, the repository {@code AccountRepository} and the typed fields {@code AccountFields}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Entity {

    /**
     * Names the entity in lock keys and messages: the lock of account 42 is {@code Account:42}.
     *
     * @return the name; empty for the simple name of the class
     */
    String name() default "";

    /**
     * Names the table that holds the entity.
     *
     * @return the table's name; empty for the snake case form of the class name
     */
    String table() default "";
}
