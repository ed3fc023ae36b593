package dev.lockproof.checker;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a pattern tests. */
final class Patterns {

    /** By name, because they came after JDK 17. */
    private static final Set<String> AROUND = Set.of("PARENTHESIZED_PATTERN", "PATTERN_CASE_LABEL");

    private Patterns() {}

    /**
     * Gives the expression whose value a binding pattern gives a name to.
     *
     * @return the expression; null inside a record pattern, where it is a part of the value that is tested
     */
    static @Nullable ExpressionTree tested(TreePath bindingPattern) {
        TreePath path = bindingPattern.getParentPath();
        while (AROUND.contains(path.getLeaf().getKind().name())) {
            path = path.getParentPath();
        }
        if (path.getLeaf() instanceof InstanceOfTree test) {
            return test.getExpression();
        }
        Tree user = path.getLeaf() instanceof CaseTree ? path.getParentPath().getLeaf() : null;
        if (user instanceof SwitchTree choice) {
            return choice.getExpression();
        }
        return user instanceof SwitchExpressionTree choice ? choice.getExpression() : null;
    }
}
