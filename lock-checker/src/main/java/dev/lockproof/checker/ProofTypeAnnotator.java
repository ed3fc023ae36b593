package dev.lockproof.checker;

import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedIntersectionType;
import org.checkerframework.framework.type.typeannotator.TypeAnnotator;
import org.jspecify.annotations.Nullable;

/** Makes every use of a proof type {@code @Locked}: where its Java type is known, so is the lock. */
final class ProofTypeAnnotator extends TypeAnnotator {

    private final EntityTypes entities;
    private final Qualifiers qualifiers;

    ProofTypeAnnotator(AnnotatedTypeFactory factory, EntityTypes entities, Qualifiers qualifiers) {
        super(factory);
        this.entities = entities;
        this.qualifiers = qualifiers;
    }

    @Override
    public @Nullable Void visitDeclared(AnnotatedDeclaredType type, @Nullable Void unused) {
        if (!type.hasPrimaryAnnotationInHierarchy(qualifiers.maybeUnlocked)
                && entities.isProof(type.getUnderlyingType())) {
            type.addAnnotation(qualifiers.locked);
        }
        return super.visitDeclared(type, null);
    }

    /** {@code A extends Account & LockProof<Account>}: a value that is a proof in one way is so in all. */
    @Override
    public @Nullable Void visitIntersection(AnnotatedIntersectionType type, @Nullable Void unused) {
        if (!type.hasPrimaryAnnotationInHierarchy(qualifiers.maybeUnlocked)
                && entities.isProof(type.getUnderlyingType())) {
            type.addAnnotation(qualifiers.locked);
            type.getBounds().forEach(bound -> bound.replaceAnnotation(qualifiers.locked));
        }
        return super.visitIntersection(type, null);
    }
}
