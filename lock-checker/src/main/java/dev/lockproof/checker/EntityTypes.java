package dev.lockproof.checker;

import dev.lockproof.annotations.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Tells entities and proofs from all other types. */
final class EntityTypes {

    private static final String LOCK_PROOF = "dev.lockproof.LockProof";

    private final Types types;
    private final Map<TypeElement, Boolean> entities = new HashMap<>();
    private final Map<TypeElement, Boolean> proofs = new HashMap<>();
    private final Map<Element, Boolean> relevant = new HashMap<>();

    EntityTypes(Types types) {
        this.types = types;
    }

    /** Tells whether a type is an {@link Entity} class or a subclass of one. A {@code LockedAccount} is one, too. */
    boolean isEntity(TypeMirror type) {
        return anyBound(type, this::isEntity);
    }

    boolean isEntity(@Nullable Element element) {
        return element instanceof TypeElement declared
                && cached(entities, declared, c -> c.getAnnotation(Entity.class) != null);
    }

    /** Tells whether a type is a {@code LockProof}, such as {@code LockedAccount}. */
    boolean isProof(TypeMirror type) {
        return anyBound(type, this::isProof);
    }

    private boolean isProof(Element element) {
        return element instanceof TypeElement declared
                && cached(proofs, declared, c -> c.getQualifiedName().contentEquals(LOCK_PROOF));
    }

    /** Tells whether a type's qualifier can matter at all. Asked of every expression of a program. */
    boolean isRelevant(TypeMirror type) {
        return anyBound(type, this::isRelevant);
    }

    private boolean isRelevant(Element element) {
        Boolean known = relevant.get(element);
        if (known == null) {
            known = isEntity(element) || isProof(element);
            relevant.put(element, known);
        }
        return known;
    }

    /** Gives the class that declares a method or constructor. */
    static TypeElement owner(ExecutableElement executable) {
        return (TypeElement) Objects.requireNonNull(executable.getEnclosingElement());
    }

    private static boolean anyBound(TypeMirror type, Predicate<Element> test) {
        TypeMirror bound = type;
        while (bound.getKind() == TypeKind.TYPEVAR) {
            bound = ((TypeVariable) bound).getUpperBound();
        }
        return bound instanceof IntersectionType several
                ? several.getBounds().stream().anyMatch(one -> anyBound(one, test))
                : bound instanceof DeclaredType declared && test.test(declared.asElement());
    }

    private boolean cached(Map<TypeElement, Boolean> answers, TypeElement type, Predicate<TypeElement> test) {
        Boolean known = answers.get(type);
        if (known == null) {
            known = test.test(type) || anySupertype(type, answers, test);
            answers.put(type, known);
        }
        return known;
    }

    private boolean anySupertype(TypeElement type, Map<TypeElement, Boolean> answers, Predicate<TypeElement> test) {
        List<? extends TypeMirror> supertypes = types.directSupertypes(type.asType());
        for (TypeMirror supertype : supertypes) {
            if (supertype instanceof DeclaredType declared
                    && cached(answers, (TypeElement) declared.asElement(), test)) {
                return true;
            }
        }
        return false;
    }
}
