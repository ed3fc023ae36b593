package dev.lockproof.rules;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds the calls that run a lambda, or what a method reference names, before they return. */
final class InlineCalls {

    private InlineCalls() {}

    /**
     * Gives the call that a functional expression is run by: it is an argument for a {@code @RunsInline} parameter, or a
     * stage of a stream that is consumed on the spot.
     *
     * @return the call; null if the function may be kept and run later
     */
    static @Nullable Call of(TreePath function, Code code) {
        TreePath path = argument(function);
        Call call = callWith(path, code);
        if (call == null) {
            return null;
        }
        boolean inline =
                code.runsInline(call.executable(), call.parameterOf(path.getLeaf())) || Pipelines.endsHere(call, code);
        return inline ? call : null;
    }

    /** Gives the call that a functional expression is an argument of, whether or not it is run by it; null if there is none. */
    static @Nullable Call around(TreePath function, Code code) {
        return callWith(argument(function), code);
    }

    /** Adds a question to a message if the parameter that a function goes to has a {@code @RunsInline} of others. */
    static Message askAbout(TreePath function, Code code, Message message) {
        TreePath path = argument(function);
        Call call = callWith(path, code);
        if (call == null) {
            return message;
        }
        VariableElement parameter = call.executable().getParameters().get(call.parameterOf(path.getLeaf()));
        return message.askAbout(
                Annotations.RUNS_INLINE,
                parameter,
                "'" + parameter.getSimpleName() + "' of " + Names.of(call.executable()));
    }

    private static TreePath argument(TreePath function) {
        TreePath path = function;
        Tree parent = Paths.parent(path);
        while (parent instanceof ParenthesizedTree
                || parent instanceof TypeCastTree
                || (parent instanceof ConditionalExpressionTree conditional
                        && conditional.getCondition() != path.getLeaf())) {
            path = path.getParentPath();
            parent = Paths.parent(path);
        }
        return path;
    }

    private static @Nullable Call callWith(TreePath argument, Code code) {
        Call call = Call.at(argument.getParentPath(), code);
        return call == null || !call.arguments().contains(argument.getLeaf()) ? null : call;
    }
}
