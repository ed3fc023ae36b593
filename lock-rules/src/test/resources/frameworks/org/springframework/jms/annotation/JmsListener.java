package org.springframework.jms.annotation;

import java.lang.annotation.*;

@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface JmsListener {
    String[] value() default {};
}
