package dev.lockproof.checker;

import com.sun.source.tree.Tree;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.TypeHierarchy;

/** Tells what a cast, or a pattern, would make of a value. */
final class Casts {

    private final LockproofAnnotatedTypeFactory factory;
    private final TypeHierarchy hierarchy;
    private final Types types;

    Casts(LockproofAnnotatedTypeFactory factory) {
        this.factory = factory;
        this.hierarchy = factory.getTypeHierarchy();
        this.types = factory.types;
    }

    /** Tells whether more would be known of the value, or of what is in it, because it is written at a place. */
    boolean gain(Tree place, AnnotatedTypeMirror target, AnnotatedTypeMirror value) {
        AnnotationMirror from = value.getAnnotationInHierarchy(factory.qualifiers().maybeUnlocked);
        AnnotationMirror to = target.getAnnotationInHierarchy(factory.qualifiers().maybeUnlocked);
        boolean primaryGained = from != null
                && to != null
                && !factory.entities().isProof(target.getUnderlyingType())
                && !factory.getQualifierHierarchy().isSubtypeQualifiersOnly(from, to);
        return primaryGained || (WrittenQualifiers.insideTypeArguments(place) && !fits(value, target));
    }

    /** Where the cast goes down, the type arguments come from nowhere. */
    private boolean fits(AnnotatedTypeMirror value, AnnotatedTypeMirror target) {
        return types.isSubtype(types.erasure(value.getUnderlyingType()), types.erasure(target.getUnderlyingType()))
                && hierarchy.isSubtype(value, target);
    }

    /**
     * Tells whether something else would be known of what is in the value, such as the elements of a list. Where javac takes the
     * type arguments of one type from the other, up or down, nothing may change in them. Elsewhere it warns.
     */
    boolean changeParts(AnnotatedTypeMirror target, AnnotatedTypeMirror value) {
        TypeMirror from = value.getUnderlyingType();
        TypeMirror to = target.getUnderlyingType();
        if (from.getKind().isPrimitive() || to.getKind().isPrimitive()) {
            return false;
        }
        return types.isSubtype(from, to)
                ? !hierarchy.isSubtype(onlyParts(value), onlyParts(target))
                : types.isSubtype(to, from) && !hierarchy.isSubtype(onlyParts(target), onlyParts(value));
    }

    /** Gives a type in which the value itself is one of which nothing is known. */
    AnnotatedTypeMirror onlyParts(AnnotatedTypeMirror type) {
        AnnotatedTypeMirror parts = type.deepCopy();
        if (!factory.entities().isProof(type.getUnderlyingType())) {
            parts.replaceAnnotation(factory.qualifiers().maybeUnlocked);
        }
        return parts;
    }
}
