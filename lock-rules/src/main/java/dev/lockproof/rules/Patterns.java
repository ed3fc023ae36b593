package dev.lockproof.rules;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/** Finds out what a pattern looks at. */
final class Patterns {

    private Patterns() {}

    /**
     * Gives the expression that a pattern's variable is a narrower view of.
     *
     * @return the operand of {@code instanceof} or the selector of a switch; null for a part of a record pattern, whose
     *     value has no expression
     */
    static @Nullable TreePath tested(TreePath bindingVariable) {
        TreePath path = bindingVariable.getParentPath();
        if (!(path.getLeaf() instanceof BindingPatternTree)) {
            return null;
        }
        for (path = path.getParentPath(); path != null; path = path.getParentPath()) {
            // By name: the kind is younger than the oldest JDK that we are built on.
            if (path.getLeaf().getKind().name().equals("DECONSTRUCTION_PATTERN")) {
                return null;
            }
            if (path.getLeaf() instanceof InstanceOfTree test) {
                return new TreePath(path, test.getExpression());
            }
            if (path.getLeaf() instanceof SwitchTree selection) {
                return new TreePath(path, selection.getExpression());
            }
            if (path.getLeaf() instanceof SwitchExpressionTree selection) {
                return new TreePath(path, selection.getExpression());
            }
        }
        return null;
    }
}
