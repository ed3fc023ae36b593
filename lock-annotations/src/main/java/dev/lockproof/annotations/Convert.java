package dev.lockproof.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stores a property of any type through an {@link AttributeConverter}. */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Convert {

    /**
     * Names the converter.
     *
     * @return a class with an accessible constructor that takes no arguments
     */
    Class<? extends AttributeConverter<?, ?>> value();
}
