package dev.lockproof.rules;

import java.util.Set;
import javax.annotation.processing.Generated;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the generated types that must do what nobody else may: a proof, the mapping that makes it, and the
 * repository that saves both new and locked entities.
 *
 * <p>{@code @Generated} alone would be easy to write by hand. The name settles it: next to an {@code @Entity Account}
 * the processor generates {@code LockedAccount} and {@code AccountMapping}, so a class of that name which it didn't
 * write can't be compiled together with it.
 */
final class GeneratedCode {

    static final String MAPPING = "dev.lockproof.spi.EntityMapping";

    static final String PROOF = "dev.lockproof.LockProof";
    private static final String REPOSITORY = "dev.lockproof.AbstractRepository";
    private static final String PROCESSOR = "dev.lockproof.processor.EntityProcessor";

    /** Our own packages. {@code dev.lockproof.samples} and the like are users as any other. */
    private static final Set<String> LIBRARY = Set.of(
            "dev.lockproof",
            "dev.lockproof.internal",
            "dev.lockproof.spi",
            "dev.lockproof.memory",
            "dev.lockproof.jdbc",
            "dev.lockproof.postgres",
            "dev.lockproof.redis");

    private final Elements elements;
    private final Types types;

    GeneratedCode(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Tells whether a top-level class is trusted to mint and save proofs. */
    boolean isTrusted(TypeElement type) {
        return LIBRARY.contains(elements.getPackageOf(type).getQualifiedName().toString())
                || ((isMarked(type) || !canBeMarked(type))
                        && (isNamed(type, PROOF, "Locked", "")
                                || isNamed(type, MAPPING, "", "Mapping")
                                || isNamed(type, REPOSITORY, "", "Repository")));
    }

    private static boolean isMarked(TypeElement type) {
        Generated generated = type.getAnnotation(Generated.class);
        return generated != null && Set.of(generated.value()).contains(PROCESSOR);
    }

    /** A module that does not read java.compiler can't name {@code @Generated}, so there the name has to do. */
    private boolean canBeMarked(TypeElement type) {
        return elements.getTypeElement(elements.getModuleOf(type), Generated.class.getCanonicalName()) != null;
    }

    private boolean isNamed(TypeElement type, String supertype, String prefix, String suffix) {
        TypeElement entity = entityOf(type.asType(), supertype, types);
        return entity != null
                && Annotations.isPresent(entity, Annotations.ENTITY)
                && elements.getPackageOf(entity).equals(elements.getPackageOf(type))
                && type.getSimpleName().contentEquals(prefix + entity.getSimpleName() + suffix);
    }

    /** Gives the first type argument that a type, or a bound of it, gives to one of its supertypes. */
    static @Nullable TypeElement entityOf(TypeMirror type, String supertype, Types types) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(supertype)) {
            return !declared.getTypeArguments().isEmpty()
                            && declared.getTypeArguments().get(0) instanceof DeclaredType entity
                    ? (TypeElement) entity.asElement()
                    : null;
        }
        for (TypeMirror direct : types.directSupertypes(type)) {
            TypeElement entity = entityOf(direct, supertype, types);
            if (entity != null) {
                return entity;
            }
        }
        return null;
    }
}
