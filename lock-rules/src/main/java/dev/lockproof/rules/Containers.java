package dev.lockproof.rules;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types that could keep a proof.
 *
 * <p>A generic class keeps it unless its type parameter is itself bounded by a proof type: then the class's own code is
 * checked to treat it as one. So {@code List<LockedAccount>} is found, and {@code LockedPair<LockedAccount, …>} is not.
 */
final class Containers {

    private final Facts facts;

    Containers(Facts facts) {
        this.facts = facts;
    }

    /**
     * A proof inside of another type.
     *
     * @param proof the proof's type
     * @param container the array or parameterised type that directly holds it
     */
    record Kept(TypeMirror proof, TypeMirror container) {

        boolean inArray() {
            return container.getKind() == TypeKind.ARRAY;
        }
    }

    boolean keeps(TypeMirror type) {
        return in(type).isPresent();
    }

    /** Finds a proof anywhere inside a type; a type that is a proof itself is none. */
    Optional<Kept> in(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return facts.isProof(array.getComponentType())
                    ? Optional.of(new Kept(array.getComponentType(), type))
                    : in(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Optional.ofNullable(bound(wildcard)).flatMap(this::in);
        }
        return type instanceof DeclaredType declared ? in(declared, false) : Optional.empty();
    }

    /** Finds a proof inside the type of a {@code @RunsInline} parameter: such a function may well take a proof. */
    Optional<Kept> inInlineFunction(TypeMirror type) {
        return type instanceof DeclaredType declared ? in(declared, true) : in(type);
    }

    private Optional<Kept> in(DeclaredType type, boolean argumentsMayBeProofs) {
        if (isToken(type)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        List<? extends TypeParameterElement> parameters = ((TypeElement) type.asElement()).getTypeParameters();
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror argument = arguments.get(i);
            TypeMirror bound = argument instanceof WildcardType wildcard ? bound(wildcard) : argument;
            if (bound == null) {
                continue;
            }
            if (facts.isProof(bound)) {
                if (!argumentsMayBeProofs && !facts.isProof(parameters.get(i).asType())) {
                    return Optional.of(new Kept(bound, type));
                }
            } else {
                Optional<Kept> inside = in(bound);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return type.getEnclosingType() instanceof DeclaredType outer ? in(outer, false) : Optional.empty();
    }

    /** A {@code Class<LockedAccount>} names the type and holds no value of it. */
    static boolean isToken(TypeMirror type) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Class");
    }

    /** Gives the one bound of a wildcard, if it has any. */
    static @Nullable TypeMirror bound(WildcardType wildcard) {
        return wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
    }
}
