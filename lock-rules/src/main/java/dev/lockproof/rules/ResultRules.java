package dev.lockproof.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A proof is no result of what releases its lock: a method, a lambda, a switch, or a call such as {@code withLock}. */
final class ResultRules {

    private final Code code;
    private final Reporter reporter;
    private final Scopes scopes;
    private final InnerLocks inner;

    ResultRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.scopes = new Scopes(code);
        this.inner = new InnerLocks(code, reporter);
    }

    void checkReturn(TreePath path, @Nullable ExpressionTree value) {
        if (value != null) {
            TreePath function = functionAround(path);
            if (function != null) {
                checkResult(new TreePath(path, value), function);
            }
        }
    }

    /** Gives the method or lambda that a return statement ends. */
    static @Nullable TreePath functionAround(TreePath path) {
        for (TreePath p = path.getParentPath(); p != null; p = p.getParentPath()) {
            if (p.getLeaf() instanceof MethodTree || p.getLeaf() instanceof LambdaExpressionTree) {
                return p;
            }
        }
        return null;
    }

    /** A switch may take a lock on the way to its value, unlike any other expression but a lambda. */
    void checkYield(TreePath path, YieldTree tree) {
        TreePath value = new TreePath(path, tree.getValue());
        boolean handsOut = scopes.standsForLock(value) ? !code.isAcquisition(value) : inner.keepsProofs(value);
        if (handsOut && !isCaptured(value)) {
            inner.deeper(value, inner.limitOf(path)).ifPresent(one -> reporter.report(yielded(one), one));
        }
    }

    void checkLambda(TreePath path, LambdaExpressionTree tree) {
        if (tree.getBody() instanceof ExpressionTree value) {
            checkResult(new TreePath(path, value), path);
        }
    }

    /**
     * Checks a call that takes a lock and releases it again before it returns, such as {@code withLock}. A lambda that
     * hands out the proof is reported by itself; this is about functions that come from elsewhere.
     */
    void checkCall(Call call) {
        TypeMirror result = code.type(call.path());
        if (result == null || !code.acquires(call.executable()) || code.givesProof(call)) {
            return;
        }
        boolean lambda = call.arguments().stream().anyMatch(LambdaExpressionTree.class::isInstance);
        if (code.isProof(result) ? !lambda : inner.keeps(result) && isUsed(call.path())) {
            reporter.report(handedOut(call, result), call.path());
        }
    }

    /** Where it goes to a variable or a result that says what is in it, that declaration is reported. */
    private static boolean isUsed(TreePath call) {
        return switch (Paths.parent(Paths.outside(call)).getKind()) {
            case EXPRESSION_STATEMENT, VARIABLE, ASSIGNMENT, RETURN, LAMBDA_EXPRESSION, TYPE_CAST -> false;
            default -> true;
        };
    }

    private void checkResult(TreePath value, TreePath function) {
        if (function.getLeaf() instanceof LambdaExpressionTree && inner.keepsProofs(value)) {
            checkContainer(value, function);
        }
        if (!scopes.standsForLock(value) || code.isAcquisition(value) || isCaptured(value)) {
            return;
        }
        int limit;
        String result;
        if (function.getLeaf() instanceof MethodTree) {
            ExecutableElement method = code.executable(function);
            if (method == null || !givesLocked(method)) {
                return;
            }
            limit = 0;
            result = Names.of(method);
        } else {
            ExecutableElement method = code.functionalMethod(function);
            boolean declared = method != null && givesLocked(method);
            if (method == null || !(declared || code.isProof(code.resultOf(function, method)))) {
                return;
            }
            limit = limitOf(function, declared);
            result = "the lambda";
        }
        inner.deeper(value, limit).ifPresent(one -> reporter.report(returned(one, result), one));
    }

    /**
     * Checks a list of proofs, or what else has some in it, that a lambda gives to the call that it is an argument of. Where
     * a declaration says that there are proofs in it, or the call takes and releases the lock, that is reported.
     */
    private void checkContainer(TreePath value, TreePath lambda) {
        Call host = InlineCalls.around(lambda, code);
        ExecutableElement method = code.functionalMethod(lambda);
        if (host == null
                || method == null
                || inner.keeps(method.getReturnType())
                || !inner.keeps(code.resultOf(lambda, method))
                || (code.acquires(host.executable()) && inner.keepsProofs(host.path()))) {
            return;
        }
        int limit = InlineCalls.of(lambda, code) == null ? 0 : scopes.depth(lambda);
        inner.deeper(value, limit).ifPresent(one -> reporter.report(returned(one, "the lambda"), one));
    }

    private boolean givesLocked(ExecutableElement method) {
        return code.isProof(method.getReturnType()) || code.facts().returnsLocked(method);
    }

    /**
     * Gives how deep the lock behind the result of a lambda may be. It may hand out what was there before it ran, and its
     * own parameter where the interface says that the result is locked; but no lock that it takes itself.
     */
    private int limitOf(TreePath lambda, boolean declared) {
        if (InlineCalls.of(lambda, code) == null) {
            return declared ? 0 : -1;
        }
        return scopes.depth(lambda) + (declared && scopes.bringsLock(lambda) ? 1 : 0);
    }

    private boolean isCaptured(TreePath value) {
        return code.element(Paths.value(value)) instanceof VariableElement variable
                && CaptureRules.capturer(Paths.value(value), variable, code) != null;
    }

    private static String name(TreePath value) {
        return "'" + Paths.value(value).getLeaf() + "'";
    }

    private static Message yielded(TreePath value) {
        return Message.of(
                        Rule.PROOF_ESCAPES_RETURN,
                        name(value) + " is what the switch gives, and its lock is released by then.")
                .line("Do the work inside the try block and yield what came out of it: an id, an amount, a read-only"
                        + " copy;")
                .line(
                        "or choose what to lock by the switch, and lock that: try (var locked = locks.acquire(switch …)).");
    }

    private static Message returned(TreePath value, String result) {
        return Message.of(
                        Rule.PROOF_ESCAPES_RETURN,
                        name(value) + " is returned by " + result + ", and its lock is released by then.")
                .line("Do the work inside the try block and return what came out of it: an id, an amount, a read-only"
                        + " copy;")
                .line("or hand the lock on without a try: return locks.acquire(…) from a method that is marked"
                        + " @AcquiresLock.");
    }

    private static Message handedOut(Call call, TypeMirror result) {
        return Message.of(
                        Rule.PROOF_ESCAPES_RETURN,
                        Names.called(call.path(), call.executable()) + " hands out a " + Names.simple(result)
                                + ", and has released its lock by then.")
                .line("Let the function that it calls do the work, and return what came out of it: an id, an amount, a"
                        + " read-only copy.");
    }
}
