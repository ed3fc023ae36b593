package dev.lockproof.checker;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.jspecify.annotations.Nullable;

/**
 * Infers that a private method makes new entities: it does if it returns nothing else.
 *
 * <p>Other methods say so, {@code @Fresh Account open(…)}, because their callers may be compiled without their body.
 */
final class PrivateFactories {

    private final LockproofAnnotatedTypeFactory factory;
    private final ExpressionQualifiers expressions;
    private final Set<ExecutableElement> inProgress = new HashSet<>();

    PrivateFactories(LockproofAnnotatedTypeFactory factory) {
        this.factory = factory;
        this.expressions = new ExpressionQualifiers(factory);
    }

    boolean isInferring(ExecutableElement method) {
        return inProgress.contains(method);
    }

    void apply(ExecutableElement method, AnnotatedExecutableType type) {
        AnnotatedTypeMirror result = type.getReturnType();
        boolean open = method.getModifiers().contains(Modifier.PRIVATE)
                && result.getKind() == TypeKind.DECLARED
                && factory.entities().isEntity(result.getUnderlyingType())
                && !result.hasPrimaryAnnotationInHierarchy(factory.qualifiers().maybeUnlocked);
        if (open && makesNewOnly(method)) {
            result.addAnnotation(factory.qualifiers().fresh);
        }
    }

    private boolean makesNewOnly(ExecutableElement method) {
        if (!(factory.declarationFromElement(method) instanceof MethodTree declaration)
                || declaration.getBody() == null) {
            return false;
        }
        if (!inProgress.add(method)) {
            // Asked for by one of its own results: the others decide.
            factory.guess();
            return true;
        }
        try {
            List<ExpressionTree> results = new ArrayList<>();
            new Results().scan(declaration.getBody(), results);
            return !results.isEmpty() && expressions.areFresh(results);
        } finally {
            inProgress.remove(method);
        }
    }

    private static final class Results extends TreeScanner<@Nullable Void, List<ExpressionTree>> {

        @Override
        public @Nullable Void visitReturn(ReturnTree tree, List<ExpressionTree> results) {
            results.add(tree.getExpression());
            return super.visitReturn(tree, results);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, List<ExpressionTree> results) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, List<ExpressionTree> results) {
            return null;
        }
    }
}
