package dev.lockproof.checker;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.TypeCastTree;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.javacutil.AnnotationMirrorSet;
import org.checkerframework.javacutil.AnnotationUtils;
import org.checkerframework.javacutil.TreeUtils;

/**
 * Says what is known about the value of an expression, for the inference of locals. The answers are the instances of
 * {@link Qualifiers}.
 */
final class ExpressionQualifiers {

    private final LockproofAnnotatedTypeFactory factory;
    private final Qualifiers qualifiers;

    ExpressionQualifiers(LockproofAnnotatedTypeFactory factory) {
        this.factory = factory;
        this.qualifiers = factory.qualifiers();
    }

    AnnotationMirror of(ExpressionTree expression) {
        ExpressionTree value = TreeUtils.withoutParens(expression);
        if (factory.entities().isProof(TreeUtils.typeOf(value))) {
            return qualifiers.locked;
        }
        return switch (value.getKind()) {
            case NULL_LITERAL -> qualifiers.bottom;
            case CONDITIONAL_EXPRESSION, SWITCH_EXPRESSION ->
                Arms.of(value).stream()
                        .map(arm -> arm(arm, value))
                        .reduce(this::join)
                        .orElse(qualifiers.maybeUnlocked);
            case ASSIGNMENT -> of(((AssignmentTree) value).getExpression());
            case TYPE_CAST -> cast((TypeCastTree) value);
            case NEW_CLASS -> creation((NewClassTree) value);
            case METHOD_INVOCATION -> call((MethodInvocationTree) value);
            default -> asFrameworkKnows(value);
        };
    }

    private AnnotationMirror arm(ExpressionTree arm, ExpressionTree choice) {
        AnnotationMirror qualifier = of(arm);
        return isNew(qualifier) || !factory.isReleasedBetween(arm, choice) ? qualifier : qualifiers.maybeUnlocked;
    }

    private boolean isNew(AnnotationMirror qualifier) {
        return qualifier == qualifiers.fresh || qualifier == qualifiers.bottom;
    }

    /** Tells whether each of several values is a new entity, or null. */
    boolean areFresh(List<ExpressionTree> values) {
        for (ExpressionTree value : values) {
            if (!isNew(of(value))) {
                return false;
            }
        }
        return true;
    }

    /** Says what is known about the elements of an array or {@code Iterable}. */
    AnnotationMirror ofElements(ExpressionTree iterable) {
        return known(factory.getIterableElementType(iterable));
    }

    private AnnotationMirror cast(TypeCastTree cast) {
        return cast.getType() instanceof AnnotatedTypeTree written
                ? known(factory.getAnnotatedTypeFromTypeTree(written))
                : of(cast.getExpression());
    }

    private AnnotationMirror creation(NewClassTree creation) {
        AnnotationMirrorSet written = factory.getExplicitNewClassAnnos(creation);
        return written.isEmpty()
                ? known(factory.getAnnotatedType(TreeUtils.elementFromUse(creation))
                        .getReturnType())
                : canonical(written.first());
    }

    private AnnotationMirror call(MethodInvocationTree call) {
        ExecutableElement method = TreeUtils.elementFromUse(call);
        if (method.getReturnType().getKind() != TypeKind.DECLARED) {
            return asFrameworkKnows(call);
        }
        AnnotatedExecutableType type = factory.getAnnotatedType(method);
        AnnotationMirror declared = known(type.getReturnType());
        if (declared != qualifiers.poly) {
            return declared;
        }
        return type.getParameterTypes().stream().anyMatch(p -> known(p) == qualifiers.poly)
                ? asFrameworkKnows(call)
                : receiver(call);
    }

    private AnnotationMirror receiver(MethodInvocationTree call) {
        ExpressionTree receiver = TreeUtils.getReceiverTree(call);
        if (receiver != null) {
            return of(receiver);
        }
        AnnotatedTypeMirror self = factory.getSelfType(call); // in static code there is none
        return self == null ? qualifiers.maybeUnlocked : known(self);
    }

    private AnnotationMirror asFrameworkKnows(ExpressionTree value) {
        return known(factory.getAnnotatedType(value));
    }

    private AnnotationMirror join(AnnotationMirror one, AnnotationMirror other) {
        return canonical(factory.getQualifierHierarchy().leastUpperBoundQualifiersOnly(one, other));
    }

    private AnnotationMirror known(AnnotatedTypeMirror type) {
        return canonical(type.getAnnotationInHierarchy(qualifiers.maybeUnlocked));
    }

    private AnnotationMirror canonical(AnnotationMirror qualifier) {
        for (AnnotationMirror ours : qualifiers.all()) {
            if (AnnotationUtils.areSame(ours, qualifier)) {
                return ours;
            }
        }
        return qualifiers.maybeUnlocked;
    }
}
