package dev.lockproof.checker;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.TypeCastTree;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.treeannotator.TreeAnnotator;
import org.jspecify.annotations.Nullable;

/**
 * Gives expressions the qualifiers that need not be written.
 *
 * <p>A new entity is {@code @Fresh}, also when it is of an anonymous subclass. A cast to a proof type is
 * {@code @Locked}, whatever its operand is: the cast itself is an error of the rules ({@code proof.downcast}), and what
 * is done with its result is not one more.
 */
final class ExpressionDefaults extends TreeAnnotator {

    private final EntityTypes entities;
    private final Qualifiers qualifiers;

    ExpressionDefaults(AnnotatedTypeFactory factory, EntityTypes entities, Qualifiers qualifiers) {
        super(factory);
        this.entities = entities;
        this.qualifiers = qualifiers;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, AnnotatedTypeMirror type) {
        TypeMirror made = type.getUnderlyingType();
        if (entities.isEntity(made) && !entities.isProof(made)) {
            type.addMissingAnnotation(qualifiers.fresh);
        }
        return super.visitNewClass(tree, type);
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree tree, AnnotatedTypeMirror type) {
        if (entities.isProof(type.getUnderlyingType())) {
            type.addMissingAnnotation(qualifiers.locked);
        }
        return super.visitTypeCast(tree, type);
    }
}
