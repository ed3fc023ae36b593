package dev.lockproof.rules;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
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
        TreePath path = function;
        Tree parent = Paths.parent(path);
        while (parent instanceof ParenthesizedTree
                || parent instanceof TypeCastTree
                || (parent instanceof ConditionalExpressionTree conditional
                        && conditional.getCondition() != path.getLeaf())) {
            path = path.getParentPath();
            parent = Paths.parent(path);
        }
        Call call = Call.at(path.getParentPath(), code);
        if (call == null || !call.arguments().contains(path.getLeaf())) {
            return null;
        }
        boolean inline =
                code.runsInline(call.executable(), call.parameterOf(path.getLeaf())) || Pipelines.endsHere(call, code);
        return inline ? call : null;
    }
}
