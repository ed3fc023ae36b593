package dev.lockproof.rules;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the values that flow further out than their lock is held. */
final class InnerLocks {

    private final Code code;
    private final Scopes scopes;
    private final Containers containers;
    private final Declarations declarations;

    InnerLocks(Code code, Reporter reporter) {
        this.code = code;
        this.scopes = new Scopes(code);
        this.containers = new Containers(code.facts());
        this.declarations = new Declarations(code, reporter);
    }

    /**
     * Finds which of the values that an expression chooses from stands for a lock that is taken too far inside. Where a
     * switch in the expression gives it out already, that is reported.
     */
    Optional<TreePath> deeper(TreePath value, int limit) {
        TreePath expression = Paths.value(value);
        return Values.of(expression).stream()
                .filter(one -> scopes.depthOf(one) > limit && !isYielded(one, expression))
                .filter(one -> !isReportedAsContainer(one))
                .findFirst();
    }

    /** In {@code flag ? List.of(account) : null} the argument is at fault; directly in a result it isn't. */
    private boolean isReportedAsContainer(TreePath one) {
        if (!keepsProofs(one)) {
            return false;
        }
        Call call = Call.at(one, code);
        return declarations.areReported(one, Rule.PROOF_TYPE_ARGUMENT)
                || (call != null
                        && call.takesProofs(code)
                        && !(Paths.parent(Paths.outside(one)) instanceof ReturnTree)
                        && !(Paths.parent(Paths.outside(one)) instanceof LambdaExpressionTree));
    }

    private boolean isYielded(TreePath one, TreePath expression) {
        int depth = scopes.depthOf(one);
        for (TreePath path = one; path.getLeaf() != expression.getLeaf(); path = path.getParentPath()) {
            if (path.getLeaf() instanceof YieldTree && depth > limitOf(path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Gives how deep the lock behind the value of a {@code yield} may be: where the switch gives a proof, or what has some in
     * it, no deeper than the switch.
     */
    int limitOf(TreePath yield) {
        TreePath choice = yield;
        while (!(choice.getLeaf() instanceof SwitchExpressionTree)) {
            choice = choice.getParentPath();
        }
        return code.isProof(choice) || keepsProofs(choice) ? scopes.depth(choice) : Integer.MAX_VALUE;
    }

    boolean keepsProofs(TreePath value) {
        return keeps(code.type(value));
    }

    boolean keeps(@Nullable TypeMirror type) {
        return type != null && containers.keeps(type);
    }
}
