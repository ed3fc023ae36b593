package dev.lockproof.checker;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells the expressions whose type is known without inferring type arguments: names, literals, {@code new}, and calls
 * that are not generic, all the way down.
 */
final class SimpleExpressions extends SimpleTreeVisitor<Boolean, @Nullable Void> {

    private static final SimpleExpressions VISITOR = new SimpleExpressions();

    private SimpleExpressions() {
        super(false);
    }

    static boolean isSimple(Tree expression) {
        return VISITOR.visit(expression, null);
    }

    @Override
    public Boolean visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        return true;
    }

    @Override
    public Boolean visitLiteral(LiteralTree literal, @Nullable Void unused) {
        return true;
    }

    @Override
    public Boolean visitParenthesized(ParenthesizedTree parens, @Nullable Void unused) {
        return isSimple(parens.getExpression());
    }

    @Override
    public Boolean visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
        return isSimple(select.getExpression());
    }

    @Override
    public Boolean visitArrayAccess(ArrayAccessTree access, @Nullable Void unused) {
        return isSimple(access.getExpression()) && isSimple(access.getIndex());
    }

    @Override
    public Boolean visitUnary(UnaryTree operation, @Nullable Void unused) {
        return isSimple(operation.getExpression());
    }

    @Override
    public Boolean visitBinary(BinaryTree operation, @Nullable Void unused) {
        return isSimple(operation.getLeftOperand()) && isSimple(operation.getRightOperand());
    }

    @Override
    public Boolean visitNewClass(NewClassTree creation, @Nullable Void unused) {
        return !TreeUtils.isDiamondTree(creation)
                && creation.getEnclosingExpression() == null
                && TreeUtils.elementFromUse(creation).getTypeParameters().isEmpty()
                && areSimple(creation.getArguments());
    }

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        return TreeUtils.elementFromUse(call).getTypeParameters().isEmpty()
                && isSimple(call.getMethodSelect())
                && areSimple(call.getArguments());
    }

    private static boolean areSimple(List<? extends ExpressionTree> arguments) {
        return arguments.stream().allMatch(SimpleExpressions::isSimple);
    }
}
