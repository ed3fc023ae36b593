package dev.lockproof.checker;

import java.util.function.Predicate;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.visitor.SimpleAnnotatedTypeScanner;

/** Finds what is known of entities in a type argument, at any depth. */
final class EntityParts {

    private final Qualifiers qualifiers;
    private final EntityTypes entities;

    EntityParts(Qualifiers qualifiers, EntityTypes entities) {
        this.qualifiers = qualifiers;
        this.entities = entities;
    }

    /** Tells whether any may be locked, or is new. */
    boolean areKnown(AnnotatedTypeMirror type) {
        return contains(type, part -> isNew(part) || isLocked(part));
    }

    boolean areNew(AnnotatedTypeMirror type) {
        return contains(type, this::isNew);
    }

    AnnotatedTypeMirror withoutNew(AnnotatedTypeMirror type) {
        return without(type, this::isNew);
    }

    /**
     * Gives a type without locks, and without what is known of null. A proof is locked by its type, and where it goes is a matter
     * of the rules.
     */
    AnnotatedTypeMirror withoutLocks(AnnotatedTypeMirror type) {
        AnnotatedTypeMirror unlocked = without(type, this::isLocked);
        if (!unlocked.hasPrimaryAnnotation(qualifiers.bottom)) {
            return unlocked;
        }
        AnnotatedTypeMirror unknown = unlocked.deepCopy();
        unknown.replaceAnnotation(qualifiers.maybeUnlocked);
        return unknown;
    }

    private boolean isNew(AnnotatedTypeMirror part) {
        return part.hasPrimaryAnnotation(qualifiers.fresh);
    }

    private boolean isLocked(AnnotatedTypeMirror part) {
        return part.hasPrimaryAnnotationInHierarchy(qualifiers.maybeUnlocked)
                && qualifiers.mayBeLocked(part)
                && !entities.isProof(part.getUnderlyingType());
    }

    private static boolean contains(AnnotatedTypeMirror type, Predicate<AnnotatedTypeMirror> part) {
        return new SimpleAnnotatedTypeScanner<Boolean, Void>(
                        (found, unused) -> part.test(found), Boolean::logicalOr, false)
                .visit(type, null);
    }

    /** Where there is nothing to forget, it is the very same type: the framework knows captured types by identity. */
    private AnnotatedTypeMirror without(AnnotatedTypeMirror type, Predicate<AnnotatedTypeMirror> part) {
        if (!contains(type, part)) {
            return type;
        }
        AnnotatedTypeMirror forgotten = type.deepCopy();
        new SimpleAnnotatedTypeScanner<Void, Void>((found, unused) -> {
                    if (part.test(found)) {
                        found.replaceAnnotation(qualifiers.maybeUnlocked);
                    }
                    return null;
                })
                .visit(forgotten, null);
        return forgotten;
    }
}
