package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.javacutil.ElementUtils;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/** Tells a user what to do about a value, from where the value comes. */
final class WaysOut {

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
        return value instanceof IdentifierTree name ? ofVariable(name, need) : null;
    }

    private @Nullable String ofVariable(IdentifierTree name, Need need) {
        Element variable = TreeUtils.elementFromUse(name);
        if (variable.getKind() == ElementKind.PARAMETER) {
            return "Or ask the callers for it: declare the parameter '@" + need.required() + " " + need.entity() + " "
                    + name.getName() + "'.";
        }
        if (variable.getKind() == ElementKind.FIELD) {
            return "A field can't keep a lock: take the lock where the entity is used.";
        }
        if (!(factory.declarationFromElement(variable) instanceof VariableTree declaration)) {
            return null;
        }
        if (!ElementUtils.isEffectivelyFinal(variable)) {
            return "'" + name.getName()
                    + "' is assigned more than once, and may outlive the lock: use the proof itself.";
        }
        ExpressionTree initializer = declaration.getInitializer();
        return initializer == null ? null : of(initializer, need);
    }

    private @Nullable String ofCall(MethodInvocationTree call, Need need) {
        ExecutableElement method = TreeUtils.elementFromUse(call);
        if (method.getSimpleName().contentEquals("entity")
                && method.getParameters().isEmpty()) {
            return "What entity() gives here is a detached copy.";
        }
        boolean ours = factory.declarationFromElement(method) != null;
        boolean mayMake = ours
                && !need.asksFor("Locked")
                && method.getReturnType().toString().endsWith(need.entity());
        return mayMake
                ? "If " + Names.call(method) + " makes a new " + need.entity() + ", declare its result '@Fresh "
                        + need.entity() + "'."
                : null;
    }
}
