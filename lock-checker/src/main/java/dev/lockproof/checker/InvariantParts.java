package dev.lockproof.checker;

import javax.lang.model.element.AnnotationMirror;
import org.checkerframework.common.basetype.BaseTypeChecker;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedArrayType;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.framework.type.DefaultTypeHierarchy;
import org.checkerframework.framework.type.QualifierHierarchy;
import org.checkerframework.framework.util.AnnotatedTypes;
import org.checkerframework.javacutil.AnnotationUtils;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is known of the parts of a type that the framework doesn't compare.
 *
 * <p>Arrays are invariant in their elements, as collections are: through an {@code Account[]} that is a
 * {@code @Fresh Account[]}, too, a stored account could come into it. The framework has such an option, but can't compare
 * arrays of different Java types under it. So is what is around an inner class: through an {@code Outer<Account>.Inner}, a
 * stored account could come into an {@code Outer<@Fresh Account>}.
 */
final class InvariantParts extends DefaultTypeHierarchy {

    private final Qualifiers qualifiers;

    InvariantParts(BaseTypeChecker checker, QualifierHierarchy hierarchy, Qualifiers qualifiers) {
        super(checker, hierarchy, true, false);
        this.qualifiers = qualifiers;
    }

    @Override
    public Boolean visitArray_Array(AnnotatedArrayType subtype, AnnotatedArrayType supertype, Void unused) {
        return super.visitArray_Array(subtype, supertype, null)
                && areSame(known(subtype.getComponentType()), known(supertype.getComponentType()));
    }

    @Override
    protected boolean visitTypeArgs(
            AnnotatedDeclaredType subtype, AnnotatedDeclaredType supertype, boolean subtypeRaw, boolean supertypeRaw) {
        AnnotatedDeclaredType around = supertype.getEnclosingType();
        AnnotatedDeclaredType own = around == null
                ? null
                : AnnotatedTypes.castedAsSuper(checker.getTypeFactory(), subtype, supertype)
                        .getEnclosingType();
        return super.visitTypeArgs(subtype, supertype, subtypeRaw, supertypeRaw)
                && (own == null
                        || around == null
                        || visitTypeArgs(own, around, own.isUnderlyingTypeRaw(), around.isUnderlyingTypeRaw()));
    }

    private @Nullable AnnotationMirror known(AnnotatedTypeMirror element) {
        return element.getPrimaryAnnotationInHierarchy(qualifiers.maybeUnlocked);
    }

    private static boolean areSame(@Nullable AnnotationMirror one, @Nullable AnnotationMirror other) {
        return one == null || other == null || AnnotationUtils.areSame(one, other);
    }
}
