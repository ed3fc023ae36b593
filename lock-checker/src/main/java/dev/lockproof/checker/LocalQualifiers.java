package dev.lockproof.checker;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedDeclaredType;
import org.checkerframework.javacutil.ElementUtils;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Infers the qualifier of a local variable that has none written.
 *
 * <p>A variable that is never assigned again is what its initialiser is: it lives in a scope inside the initialiser's,
 * so it cannot outlive a lock. A variable that is assigned elsewhere is {@code @Fresh} if everything that is assigned to
 * it is, and otherwise not known: it might keep a locked entity after the block that holds the lock.
 */
final class LocalQualifiers {

    private final LockproofAnnotatedTypeFactory factory;
    private final ExpressionQualifiers expressions;
    private final Set<VariableElement> inProgress = new HashSet<>();
    private final Map<VariableElement, Optional<AnnotationMirror>> settled = new HashMap<>();

    LocalQualifiers(LockproofAnnotatedTypeFactory factory) {
        this.factory = factory;
        this.expressions = new ExpressionQualifiers(factory);
    }

    static boolean isLocal(Element variable) {
        return variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.BINDING_VARIABLE;
    }

    /** Tells whether a variable is a local one whose qualifier is not written. */
    static boolean isInferred(VariableElement variable) {
        return isLocal(variable)
                && variable.asType().getAnnotationMirrors().stream().noneMatch(WrittenQualifiers::isQualifier);
    }

    /** A proof is locked by its type. Where one came from nowhere, that is for the rules to say, and once is enough. */
    void apply(VariableElement local, AnnotatedTypeMirror type) {
        if (type instanceof AnnotatedDeclaredType declared
                && !declared.getTypeArguments().isEmpty()
                && factory.declarationFromElement(local) instanceof VariableTree variable
                && TreeUtils.isVariableTreeDeclaredUsingVar(variable)) {
            applyElements(variable, declared);
        }
        if (type.getKind() == TypeKind.TYPEVAR && !factory.entities().isProof(type.getUnderlyingType())) {
            // T entity = proof.entity(): whatever T is, this one is locked.
            AnnotationMirror inferred = infer(local);
            if (inferred == factory.qualifiers().locked) {
                type.addAnnotation(inferred);
            }
        }
        if (type.getKind() == TypeKind.DECLARED
                && factory.entities().isEntity(type.getUnderlyingType())
                && !factory.entities().isProof(type.getUnderlyingType())) {
            AnnotationMirror inferred = infer(local);
            if (inferred != null) {
                type.addMissingAnnotation(inferred);
            }
        }
    }

    /** The framework knows the type arguments of a {@code var} from its initialiser, and the variable of a loop has none. */
    private void applyElements(VariableTree variable, AnnotatedDeclaredType type) {
        TreePath path = factory.getPath(variable);
        if (path != null
                && path.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop
                && factory.getIterableElementType(loop.getExpression()) instanceof AnnotatedDeclaredType element
                && factory.types.isSameType(element.getUnderlyingType(), type.getUnderlyingType())) {
            type.setTypeArguments(element.deepCopy().getTypeArguments());
        }
    }

    /** Says that type arguments may be inferred differently from now on. */
    void forget() {
        settled.clear();
    }

    private @Nullable AnnotationMirror infer(VariableElement local) {
        Optional<AnnotationMirror> known = settled.get(local);
        if (known != null) {
            return known.orElse(null);
        }
        if (!(factory.declarationFromElement(local) instanceof VariableTree declaration)) {
            return null;
        }
        if (!inProgress.add(local)) {
            return askedByItself(local, declaration);
        }
        try {
            Optional<AnnotationMirror> found = Optional.ofNullable(infer(local, declaration));
            if (factory.isSettling()) {
                settled.put(local, found);
            }
            return found.orElse(null);
        } finally {
            inProgress.remove(local);
        }
    }

    private @Nullable AnnotationMirror askedByItself(VariableElement local, VariableTree declaration) {
        if (isNamed(local, declaration)) {
            return null; // as the target of its initialiser, of which it asks nothing
        }
        // One of its own assignments, such as order = order.withStatus(…): the others decide.
        factory.guess();
        return factory.qualifiers().fresh;
    }

    /** Tells whether a variable is what its initialiser is. */
    private static boolean isNamed(VariableElement local, VariableTree declaration) {
        return declaration.getInitializer() != null && ElementUtils.isEffectivelyFinal(local);
    }

    private @Nullable AnnotationMirror infer(VariableElement local, VariableTree declaration) {
        TreePath path = factory.getPath(declaration);
        if (path == null) {
            return null;
        }
        Tree parent = path.getParentPath().getLeaf();
        if (local.getKind() == ElementKind.BINDING_VARIABLE) {
            return binding(path);
        }
        if (parent instanceof EnhancedForLoopTree loop && loop.getVariable() == declaration) {
            return ElementUtils.isEffectivelyFinal(local) ? expressions.ofElements(loop.getExpression()) : null;
        }
        if (isNamed(local, declaration)) {
            return orUnknownIfNull(expressions.of(declaration.getInitializer()));
        }
        List<ExpressionTree> values = Assignments.to(local, declaration, parent);
        return !values.isEmpty() && expressions.areFresh(values) ? factory.qualifiers().fresh : null;
    }

    /** A pattern that only narrows the Java type keeps what is known about the value. */
    private @Nullable AnnotationMirror binding(TreePath declaration) {
        ExpressionTree tested = Patterns.tested(declaration.getParentPath());
        return tested == null ? null : expressions.of(tested);
    }

    private @Nullable AnnotationMirror orUnknownIfNull(AnnotationMirror qualifier) {
        return qualifier == factory.qualifiers().bottom ? null : qualifier;
    }
}
