package dev.lockproof.checker;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/** Collects what is assigned to a local variable. */
final class Assignments extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final VariableElement local;
    private final List<ExpressionTree> values = new ArrayList<>();

    private Assignments(VariableElement local) {
        this.local = local;
    }

    /** Lists the initialiser, if there is one, and the value of each assignment inside the scope. */
    static List<ExpressionTree> to(VariableElement local, VariableTree declaration, Tree scope) {
        Assignments assignments = new Assignments(local);
        if (declaration.getInitializer() != null) {
            assignments.values.add(declaration.getInitializer());
        }
        assignments.scan(scope, null);
        return assignments.values;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
        ExpressionTree target = TreeUtils.withoutParens(assignment.getVariable());
        if (local.equals(TreeUtils.elementFromTree(target))) {
            values.add(assignment.getExpression());
        }
        return super.visitAssignment(assignment, null);
    }
}
