package dev.lockproof.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one property that identifies an entity: a field, an accessor or a record component.
 *
 * <p>Its type needs a stable text form, since the lock's key is made from it. A composite id is one property whose type
 * is a record of such types.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Id {}
