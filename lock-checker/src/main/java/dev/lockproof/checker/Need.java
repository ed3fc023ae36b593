package dev.lockproof.checker;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror;

/**
 * What a place asks for, and what it is given.
 *
 * @param required the qualifier that is asked for, without the {@code @}
 * @param found the qualifier of the value
 * @param entity the simple name of the entity's class
 * @param requiredType the whole type that is asked for, as a user would write it
 * @param foundType the whole type of the value
 */
record Need(String required, String found, String entity, String requiredType, String foundType) {

    static Need of(LockproofAnnotatedTypeFactory factory, AnnotatedTypeMirror required, AnnotatedTypeMirror found) {
        ReadableTypes types = new ReadableTypes(factory.entities(), factory.qualifiers());
        return new Need(
                name(factory, required),
                name(factory, found),
                entity(factory, required.getUnderlyingType(), found.getUnderlyingType()),
                types.write(required),
                types.write(found));
    }

    /** Tells whether it is about the value itself and not about a part of its type, such as a type argument. */
    boolean isAboutValue() {
        return !required.equals(found) && !required.equals("MaybeUnlocked");
    }

    /** A method that saves wants the lock, as a rule, when new entities would do as well. */
    String toBeAskedFor() {
        return required.equals("Writable") ? "Locked" : required;
    }

    /** The qualifiers of a value that would do. */
    List<String> enough() {
        return required.equals("Writable") ? List.of("Locked", "Fresh", "Writable") : List.of(required);
    }

    boolean asksFor(String qualifier) {
        return required.equals(qualifier);
    }

    boolean isGiven(String qualifier) {
        return found.equals(qualifier);
    }

    private static String name(LockproofAnnotatedTypeFactory factory, AnnotatedTypeMirror type) {
        AnnotationMirror qualifier = type.getAnnotationInHierarchy(factory.qualifiers().maybeUnlocked);
        return qualifier == null ? "MaybeUnlocked" : Qualifiers.nameOf(qualifier);
    }

    /** A place may ask for any object, and a value may be a proof: neither names the entity. */
    private static String entity(LockproofAnnotatedTypeFactory factory, TypeMirror required, TypeMirror found) {
        EntityTypes entities = factory.entities();
        boolean named = entities.isEntity(required) && !entities.isProof(required);
        return Names.simple(named ? required : found);
    }
}
