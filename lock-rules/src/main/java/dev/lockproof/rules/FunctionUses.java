package dev.lockproof.rules;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells which uses of a function leave nothing behind: calling it, comparing it, handing it on to be called. */
final class FunctionUses {

    private final Code code;

    FunctionUses(Code code) {
        this.code = code;
    }

    /** Tells whether a use of a functional parameter could let it run after the call. */
    boolean escapes(TreePath use, VariableElement parameter) {
        return CaptureRules.capturer(use, parameter, code) != null || !isPassing(use);
    }

    private boolean isPassing(TreePath use) {
        TreePath path = Paths.outsideCasts(use);
        TreePath user = path.getParentPath();
        Tree tree = user.getLeaf();
        if (tree instanceof MemberSelectTree) {
            return user.getParentPath().getLeaf() instanceof MethodInvocationTree
                    && runs(code.executable(user.getParentPath()), code.type(use));
        }
        if (tree instanceof MemberReferenceTree) {
            return runs(code.executable(user), code.type(use)) && InlineCalls.of(user, code) != null;
        }
        if (tree instanceof MethodInvocationTree && isNullCheck(user)) {
            // It gives its argument back, so that is not the last of it.
            return user.getParentPath().getLeaf() instanceof ExpressionStatementTree || isPassing(user);
        }
        if (tree instanceof InstanceOfTree test) {
            return test.getPattern() == null;
        }
        return switch (tree.getKind()) {
            case EQUAL_TO, NOT_EQUAL_TO -> true;
            case METHOD_INVOCATION, NEW_CLASS -> InlineCalls.of(path, code) != null;
            default -> false;
        };
    }

    /** Its default methods, such as {@code andThen}, make new functions that keep it. */
    boolean runs(@Nullable ExecutableElement method, @Nullable TypeMirror function) {
        return method != null
                && function != null
                && (Members.owner(method).getQualifiedName().contentEquals("java.lang.Object")
                        || (method.getModifiers().contains(Modifier.ABSTRACT)
                                && FunctionalInterfaces.isRunBy(method, function, code.elements())));
    }

    private boolean isNullCheck(TreePath call) {
        ExecutableElement method = code.executable(call);
        return method != null
                && method.getSimpleName().contentEquals("requireNonNull")
                && Members.owner(method).getQualifiedName().contentEquals("java.util.Objects");
    }
}
