package dev.lockproof.rules;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A proof flows nowhere that outlives its lock: not to a field, an array, a wider variable, or a result. */
final class EscapeRules {

    private final Code code;
    private final Reporter reporter;
    private final Scopes scopes;
    private final Containers containers;
    private final Declarations declarations;

    EscapeRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.scopes = new Scopes(code);
        this.containers = new Containers(code.facts());
        this.declarations = new Declarations(code, reporter);
    }

    void checkAssignment(TreePath path, AssignmentTree tree) {
        TreePath value = new TreePath(path, tree.getExpression());
        if (!scopes.standsForLock(value) || code.isAcquisition(value)) {
            return;
        }
        TreePath target = Paths.inside(new TreePath(path, tree.getVariable()));
        if (target.getLeaf() instanceof ArrayAccessTree access) {
            if (code.isProof(target)
                    && !declarations.areReported(new TreePath(target, access.getExpression()), Rule.PROOF_ARRAY)) {
                reporter.report(array(value, access), path);
            }
        } else if (code.element(target) instanceof VariableElement variable) {
            if (variable.getKind() == ElementKind.FIELD) {
                checkField(path, value, target, variable);
            } else if (code.holds(variable)) {
                checkReassigned(path, value, variable);
            }
        }
    }

    private void checkField(TreePath path, TreePath value, TreePath target, VariableElement field) {
        if (!code.isProof(target)) {
            return;
        }
        boolean isReported = code.isProof(field.asType())
                ? declarations.areReported(target, Rule.PROOF_FIELD)
                : target.getLeaf() instanceof MemberSelectTree select
                        && declarations.areReported(
                                new TreePath(target, select.getExpression()), Rule.PROOF_TYPE_ARGUMENT);
        if (!isReported) {
            reporter.report(field(value, field), path);
        }
    }

    private void checkReassigned(TreePath path, TreePath value, VariableElement variable) {
        TreePath declaration = code.variables().declaration(variable);
        if (declaration != null) {
            deeper(value, scopes.depthOf(variable))
                    .ifPresent(one -> reporter.report(reassigned(one, variable, declaration), path));
        }
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
        boolean handsOut = scopes.standsForLock(value) ? !code.isAcquisition(value) : keepsProofs(value);
        if (handsOut && !isCaptured(value)) {
            deeper(value, limitOf(path)).ifPresent(one -> reporter.report(yielded(one), one));
        }
    }

    /** Gives how deep the lock behind the value of a {@code yield} may be: where the switch gives a proof, no deeper than it. */
    private int limitOf(TreePath yield) {
        TreePath choice = yield;
        while (!(choice.getLeaf() instanceof SwitchExpressionTree)) {
            choice = choice.getParentPath();
        }
        return code.isProof(choice) || keepsProofs(choice) ? scopes.depth(choice) : Integer.MAX_VALUE;
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
        if (code.isProof(result) ? !lambda : containers.keeps(result) && isUsed(call.path())) {
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
        if (function.getLeaf() instanceof LambdaExpressionTree && keepsProofs(value)) {
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
        deeper(value, limit).ifPresent(one -> reporter.report(returned(one, result), one));
    }

    private boolean keepsProofs(TreePath value) {
        return keeps(code.type(value));
    }

    private boolean keeps(@Nullable TypeMirror type) {
        return type != null && containers.keeps(type);
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
                || keeps(method.getReturnType())
                || !keeps(code.resultOf(lambda, method))
                || (code.acquires(host.executable()) && keepsProofs(host.path()))) {
            return;
        }
        int limit = InlineCalls.of(lambda, code) == null ? 0 : scopes.depth(lambda);
        deeper(value, limit).ifPresent(one -> reporter.report(returned(one, "the lambda"), one));
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

    /**
     * Finds which of the values that an expression chooses from stands for a lock that is taken too far inside. Where a switch in the
     * expression gives it out already, that is reported.
     */
    private Optional<TreePath> deeper(TreePath value, int limit) {
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

    private boolean isCaptured(TreePath value) {
        return code.element(Paths.value(value)) instanceof VariableElement variable
                && CaptureRules.capturer(Paths.value(value), variable, code) != null;
    }

    private static String name(TreePath value) {
        return "'" + Paths.value(value).getLeaf() + "'";
    }

    private static Message array(TreePath value, ArrayAccessTree access) {
        return Message.of(
                        Rule.PROOF_ESCAPES_ARRAY,
                        name(value) + " would be kept in '" + access.getExpression() + "' after its lock is released.")
                .line("Use it inside the try block only. For several proofs take locks.acquireAll(…),")
                .line("or keep what is read only: an array of the entity or its Persistent view.");
    }

    private static Message field(TreePath value, VariableElement field) {
        return Message.of(
                        Rule.PROOF_ESCAPES_FIELD,
                        name(value) + " would be kept in field '" + field.getSimpleName()
                                + "' after its lock is released.")
                .line("Pass it as a parameter to the methods that need it, inside the try block,")
                .line("or keep its id and lock it again where it is written.");
    }

    private Message reassigned(TreePath value, VariableElement variable, TreePath declaration) {
        long line = code.line(declaration.getLeaf());
        return Message.of(
                        Rule.PROOF_REASSIGNED,
                        name(value) + " is assigned to '" + variable.getSimpleName() + "' (line " + line
                                + "), which outlives its lock.")
                .line("After the try block its lock is released. Declare '" + variable.getSimpleName()
                        + "' inside the block,")
                .line("or keep what you need afterwards: an id, an amount, or a read-only copy of type "
                        + code.entityOf(variable.asType()) + ".");
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
