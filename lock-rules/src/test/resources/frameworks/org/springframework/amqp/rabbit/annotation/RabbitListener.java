package org.springframework.amqp.rabbit.annotation;

import java.lang.annotation.*;

@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RabbitListener {
    String[] value() default {};
}
