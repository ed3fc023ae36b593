package dev.lockproof.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A constructor of an entity.
 *
 * @param site the constructor, or the class if the compiler made the constructor up
 * @param accessible whether a type of the same package can call it
 * @param parameters its parameters
 * @param checkedExceptions the checked exceptions that it declares
 */
record Constructor(Site site, boolean accessible, List<Parameter> parameters, List<String> checkedExceptions) {

    /**
     * A parameter of a constructor.
     *
     * @param name its name
     * @param type its type, without {@code Optional}
     * @param optional whether it is an {@code Optional} of the type
     */
    record Parameter(String name, TypeName type, boolean optional) {

        /** Whether the value of a property can be passed. */
        boolean fits(Property property) {
            return property.name().equals(name) && property.type().box().equals(type.box());
        }
    }

    boolean takes(String property) {
        return parameters.stream().anyMatch(p -> p.name().equals(property));
    }
}
