package dev.lockproof.checker;

import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.visitor.SimpleAnnotatedTypeScanner;

/** Finds new entities in a type, at any depth. */
final class FreshParts {

    private final SimpleAnnotatedTypeScanner<Boolean, Void> search;
    private final SimpleAnnotatedTypeScanner<Void, Void> forgetting;

    FreshParts(Qualifiers qualifiers) {
        this.search = new SimpleAnnotatedTypeScanner<>(
                (type, unused) -> type.hasPrimaryAnnotation(qualifiers.fresh), Boolean::logicalOr, false);
        this.forgetting = new SimpleAnnotatedTypeScanner<>((type, unused) -> {
            if (type.hasPrimaryAnnotation(qualifiers.fresh)) {
                type.replaceAnnotation(qualifiers.maybeUnlocked);
            }
            return null;
        });
    }

    boolean areIn(AnnotatedTypeMirror type) {
        return search.visit(type, null);
    }

    /** Gives a type in which nothing is known of them. */
    AnnotatedTypeMirror forgottenIn(AnnotatedTypeMirror type) {
        AnnotatedTypeMirror forgotten = type.deepCopy();
        forgetting.visit(forgotten, null);
        return forgotten;
    }
}
