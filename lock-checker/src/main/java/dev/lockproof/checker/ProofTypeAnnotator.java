package dev.lockproof.checker;

import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
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
}
