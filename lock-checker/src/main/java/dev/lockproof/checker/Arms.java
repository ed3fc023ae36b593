package dev.lockproof.checker;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.javacutil.SwitchExpressionScanner.FunctionalSwitchExpressionScanner;
import org.checkerframework.javacutil.TreeUtils;

/** Takes a choice, {@code ?:} or a {@code switch}, apart into the values that it can give. */
final class Arms {

    private Arms() {}

    static List<ExpressionTree> of(ExpressionTree expression) {
        List<ExpressionTree> arms = new ArrayList<>();
        collect(expression, arms);
        return arms;
    }

    private static void collect(ExpressionTree expression, List<ExpressionTree> arms) {
        ExpressionTree value = TreeUtils.withoutParens(expression);
        if (value instanceof ConditionalExpressionTree choice) {
            collect(choice.getTrueExpression(), arms);
            collect(choice.getFalseExpression(), arms);
        } else if (value instanceof SwitchExpressionTree choice) {
            new FunctionalSwitchExpressionScanner<Void, List<ExpressionTree>>(
                            (arm, list) -> {
                                collect(arm, list);
                                return null;
                            },
                            (one, other) -> null)
                    .scanSwitchExpression(choice, arms);
        } else {
            arms.add(value);
        }
    }
}
