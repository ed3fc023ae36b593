package dev.lockproof.checker;

import com.sun.source.tree.NewClassTree;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.treeannotator.TreeAnnotator;
import org.jspecify.annotations.Nullable;

/** Makes what {@code new} gives {@code @Fresh}, also when it is of an anonymous subclass of an entity. */
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
}
