package dev.lockproof.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * What an entity's declaration says beyond its properties.
 *
 * @param site the class or record
 * @param kind class, record, or what can't be an entity
 * @param modifiers the modifiers of the type itself
 * @param inner whether an instance needs an instance of the enclosing class
 * @param hidden whether the type, or one around it, is private
 * @param openTypeParameters type parameters that no type can be put in for, with their bounds
 * @param jpaEntity the JPA annotation on the same class, if there is one
 * @param foreignTable an annotation of another library that names the table, if ours doesn't
 * @param serializable whether the class is serializable, so that its proof is too
 * @param deprecated whether generated code uses something that is deprecated
 * @param methods the methods without parameters that a proof would inherit or clash with, by name
 * @param constructors the constructors, in declaration order
 * @param memberTypes simple names of the types nested in the class and its superclasses, which a proof inherits
 * @param strayIds names of methods that are marked {@code @Id} but are no accessors
 * @param otherId the first field or method that is marked with an {@code @Id} of others
 */
record Declaration(
        Site site,
        ElementKind kind,
        Set<Modifier> modifiers,
        boolean inner,
        boolean hidden,
        List<String> openTypeParameters,
        Optional<String> jpaEntity,
        Optional<String> foreignTable,
        boolean serializable,
        boolean deprecated,
        Map<String, NoArgMethod> methods,
        List<Constructor> constructors,
        List<String> memberTypes,
        List<String> strayIds,
        Optional<OtherId> otherId) {

    /**
     * A method without parameters.
     *
     * @param site the method
     * @param declaredIn the simple name of the class that declares it
     */
    record NoArgMethod(Site site, String declaredIn) {}

    /**
     * A field or method that is marked with an {@code @Id} of others.
     *
     * @param site the field or method
     * @param name its name, for messages
     * @param annotation the annotation's qualified name
     */
    record OtherId(Site site, String name, String annotation) {}
}
