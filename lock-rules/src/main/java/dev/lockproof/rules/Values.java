package dev.lockproof.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes expressions apart that choose one of several values: {@code flag ? a : b}, and switches. */
final class Values {

    private Values() {}

    /** Gives the expressions that an expression's value can come from; itself, if it chooses none. */
    static List<TreePath> of(TreePath expression) {
        List<TreePath> values = new ArrayList<>();
        collect(Paths.inside(expression), values);
        return values;
    }

    /** Goes up to the expression that a value may come out of unchanged: parentheses, casts, assignments and choices. */
    static TreePath choice(TreePath value) {
        TreePath path = Paths.outsideCasts(value);
        Tree user = Paths.parent(path);
        if (user instanceof YieldTree || user instanceof CaseTree) {
            TreePath choice = path.getParentPath();
            while (choice != null && !(choice.getLeaf() instanceof SwitchExpressionTree)) {
                choice = choice.getParentPath();
            }
            return choice == null ? path : choice(choice);
        }
        boolean same =
                (user instanceof ConditionalExpressionTree conditional && conditional.getCondition() != path.getLeaf())
                        || (user instanceof AssignmentTree assignment && assignment.getExpression() == path.getLeaf());
        return same ? choice(path.getParentPath()) : path;
    }

    private static void collect(TreePath path, List<TreePath> values) {
        if (path.getLeaf() instanceof ConditionalExpressionTree conditional) {
            collect(Paths.inside(new TreePath(path, conditional.getTrueExpression())), values);
            collect(Paths.inside(new TreePath(path, conditional.getFalseExpression())), values);
        } else if (path.getLeaf() instanceof SwitchExpressionTree) {
            new Results(values).scan(path, null);
        } else {
            values.add(path);
        }
    }

    /** Collects the results of one switch. A switch inside of a result is taken apart by itself. */
    private static final class Results extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final List<TreePath> values;
        private boolean started;

        Results(List<TreePath> values) {
            this.values = values;
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void none) {
            if (started) {
                return null;
            }
            started = true;
            return super.visitSwitchExpression(tree, null);
        }

        @Override
        public @Nullable Void visitCase(CaseTree tree, @Nullable Void none) {
            if (tree.getBody() instanceof ExpressionTree value) {
                collect(Paths.inside(new TreePath(getCurrentPath(), value)), values);
                return null;
            }
            return super.visitCase(tree, null);
        }

        @Override
        public @Nullable Void visitYield(YieldTree tree, @Nullable Void none) {
            collect(Paths.inside(new TreePath(getCurrentPath(), tree.getValue())), values);
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            return null;
        }
    }
}
