package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeVariable;
import org.checkerframework.framework.type.AnnotatedTypeFactory;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.framework.util.typeinference8.InferenceResult;
import org.checkerframework.framework.util.typeinference8.TypeArgumentInference;
import org.jspecify.annotations.Nullable;

/**
 * Never lets a type variable stand for a locked entity.
 *
 * <p>Generic code may keep what it is given: a list, a cache, a future. So it gets the entity without its lock, which
 * every caller may do, and hands back an entity that is not known to be locked. A new entity stays new, except in
 * {@link ForgetfulCode}.
 *
 * <p>Where the framework's inference finds no answer, the types that javac inferred are taken, with nothing known.
 */
final class ForgettingInference implements TypeArgumentInference {

    private final TypeArgumentInference inference;
    private final ForgetfulCode code;
    private final EntityParts parts;
    private final JavacTypeArguments javac = new JavacTypeArguments();
    private int depth;
    private boolean infersNew;

    ForgettingInference(TypeArgumentInference inference, EntityParts parts, ForgetfulCode code) {
        this.inference = inference;
        this.code = code;
        this.parts = parts;
    }

    @Override
    public InferenceResult inferTypeArgs(
            AnnotatedTypeFactory factory, ExpressionTree expression, AnnotatedExecutableType method) {
        depth++;
        InferenceResult inferred;
        try {
            inferred = inference.inferTypeArgs(factory, expression, method);
        } finally {
            depth--;
        }
        boolean answered = inferred != null
                && !inferred.inferenceFailed()
                && !inferred.inferenceCrashed()
                && !inferred.getTypeArgumentsForExpression(expression).isEmpty();
        if (answered) {
            return new Answer(
                    expression,
                    forget(factory, expression, inferred.getTypeArgumentsForExpression(expression)),
                    inferred.needsUncheckedConversion(expression));
        }
        if (depth > 0) {
            // Part of a larger inference, which wants to know that there is no answer yet.
            return inferred;
        }
        return expression instanceof MemberReferenceTree
                ? InferenceResult.emptyResult()
                : new Answer(expression, javac.of(factory, expression, method), false);
    }

    boolean isInProgress() {
        return depth > 0;
    }

    /** Tells whether a type argument was ever inferred that stands for a new entity. */
    boolean infersNew() {
        return infersNew;
    }

    @Override
    public @Nullable AnnotatedTypeMirror getLambdaParameterType(VariableElement parameter) {
        return inference.getLambdaParameterType(parameter);
    }

    private Map<TypeVariable, AnnotatedTypeMirror> forget(
            AnnotatedTypeFactory factory, ExpressionTree expression, Map<TypeVariable, AnnotatedTypeMirror> arguments) {
        Map<TypeVariable, AnnotatedTypeMirror> forgetful = new HashMap<>();
        arguments.forEach((variable, type) -> forgetful.put(variable, parts.withoutLocks(type)));
        if (forgetful.values().stream().anyMatch(parts::areNew)) {
            infersNew = true;
            if (!code.isEmpty() && code.contains(factory.getPath(expression))) {
                forgetful.replaceAll((variable, type) -> parts.withoutNew(type));
            }
        }
        return forgetful;
    }

    /** A result that neither failed nor crashed. */
    private static final class Answer extends InferenceResult {

        private final ExpressionTree expression;
        private final Map<TypeVariable, AnnotatedTypeMirror> arguments;

        Answer(ExpressionTree expression, Map<TypeVariable, AnnotatedTypeMirror> arguments, boolean unchecked) {
            super(List.of(), unchecked ? Set.of(expression) : Set.of(), false, "");
            this.expression = expression;
            this.arguments = arguments;
        }

        @Override
        public Map<TypeVariable, AnnotatedTypeMirror> getTypeArgumentsForExpression(ExpressionTree tree) {
            return tree == expression ? arguments : Map.of();
        }
    }
}
