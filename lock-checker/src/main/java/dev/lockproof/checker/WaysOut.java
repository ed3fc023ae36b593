package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lockproof.rules.Foreign;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.javacutil.ElementUtils;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/** Tells a user what to do about a value, from where the value comes. */
final class WaysOut {

    private static final String QUALIFIERS = "dev.lockproof.annotations.";

    private final LockproofAnnotatedTypeFactory factory;

    WaysOut(LockproofAnnotatedTypeFactory factory) {
        this.factory = factory;
    }

    /** Gives the way out that the origin of a value suggests, or null if there is none better than the usual one. */
    @Nullable
    String of(Tree place, Need need) {
        if (!(place instanceof ExpressionTree expression)) {
            return null;
        }
        ExpressionTree value = TreeUtils.withoutParens(expression);
        if (value instanceof MethodInvocationTree call) {
            return ofCall(call, need);
        }
        return switch (value.getKind()) {
            case IDENTIFIER, MEMBER_SELECT -> ofVariable(TreeUtils.elementFromUse(value), need);
            default -> null;
        };
    }

    private @Nullable String ofVariable(@Nullable Element variable, Need need) {
        if (variable == null || !(factory.declarationFromElement(variable) instanceof VariableTree declaration)) {
            return null;
        }
        String name = "'" + variable.getSimpleName() + "'";
        if (variable.getKind() == ElementKind.PARAMETER) {
            return isOfLambda(declaration) ? null : ofParameter(variable, need);
        }
        if (variable.getKind().isField()) {
            return "A field can't keep a lock: take the lock where the entity is used.";
        }
        if (variable.getKind() == ElementKind.LOCAL_VARIABLE && !ElementUtils.isEffectivelyFinal(variable)) {
            return name + " is assigned more than once, and may outlive the lock: use the proof itself.";
        }
        ExpressionTree initializer = declaration.getInitializer();
        return initializer == null ? null : of(initializer, need);
    }

    private static String ofParameter(Element parameter, Need need) {
        String name = parameter.getSimpleName().toString();
        return need.enough().stream()
                .map(qualifier -> QUALIFIERS + qualifier)
                .flatMap(ours -> Foreign.like(ours, parameter).stream()
                        .map(other -> Foreign.question("'" + name + "'", other, ours)))
                .findFirst()
                .orElseGet(() -> "Or ask the callers for it: declare the parameter '@" + need.toBeAskedFor() + " "
                        + need.entity() + " " + name + "'.");
    }

    private boolean isOfLambda(VariableTree parameter) {
        TreePath path = factory.getPath(parameter);
        return path != null && path.getParentPath().getLeaf() instanceof LambdaExpressionTree;
    }

    private @Nullable String ofCall(MethodInvocationTree call, Need need) {
        ExecutableElement method = TreeUtils.elementFromUse(call);
        if (method.getSimpleName().contentEquals("entity")
                && method.getParameters().isEmpty()) {
            return "What entity() gives here is a detached copy.";
        }
        AnnotatedTypeMirror result = factory.getAnnotatedType(method).getReturnType();
        ExpressionTree receiver = TreeUtils.getReceiverTree(call);
        if (result.hasPrimaryAnnotation(factory.qualifiers().poly) && receiver != null) {
            return of(receiver, need);
        }
        boolean mayMake = !need.asksFor("Locked")
                && Names.simple(result.getUnderlyingType()).equals(need.entity());
        return mayMake
                ? "If " + Names.call(method) + " makes a new " + need.entity() + ", declare its result '@Fresh "
                        + need.entity() + "'."
                : null;
    }
}
