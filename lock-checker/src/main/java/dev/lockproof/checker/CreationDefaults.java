package dev.lockproof.checker;

import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedArrayType;
import org.checkerframework.framework.type.treeannotator.TreeAnnotator;
import org.jspecify.annotations.Nullable;

/**
 * Says what is known about what {@code new} gives.
 *
 * <p>A new entity is {@code @Fresh}, also when it is of an anonymous subclass. Of the elements of an array is known what
 * is written, {@code new @Fresh Account[3]}, and not what its first elements are: others may follow.
 */
final class CreationDefaults extends TreeAnnotator {

    private final EntityTypes entities;
    private final Qualifiers qualifiers;

    CreationDefaults(AnnotatedTypeFactory factory, EntityTypes entities, Qualifiers qualifiers) {
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
    public @Nullable Void visitNewArray(NewArrayTree tree, AnnotatedTypeMirror type) {
        AnnotatedTypeMirror element = type;
        while (element instanceof AnnotatedArrayType array) {
            element = array.getComponentType();
        }
        if (element.getKind() == TypeKind.DECLARED && !entities.isProof(element.getUnderlyingType())) {
            element.addMissingAnnotation(qualifiers.maybeUnlocked);
        }
        return super.visitNewArray(tree, type);
    }
}
