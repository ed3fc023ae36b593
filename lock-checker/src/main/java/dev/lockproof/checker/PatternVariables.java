package dev.lockproof.checker;

import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the variables that a pattern binds. */
final class PatternVariables extends TreeScanner<@Nullable Void, List<VariableTree>> {

    private PatternVariables() {}

    static List<VariableTree> in(InstanceOfTree test) {
        List<VariableTree> variables = new ArrayList<>();
        new PatternVariables().scan(test.getPattern(), variables);
        return variables;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, List<VariableTree> variables) {
        variables.add(variable);
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, List<VariableTree> variables) {
        return null;
    }
}
