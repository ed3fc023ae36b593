package dev.lockproof.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * The lifetimes of locks, as places in the source: the {@code try} statements and inline lambdas around a tree in which
 * a lock begins and ends. Locks that come in as parameters last as long as the body, so they begin outside of all these.
 *
 * <p>A depth counts them from the outside: 0 outlives the body, and a value may only flow to where its depth is not
 * larger than the place's.
 */
final class Scopes {

    private final Code code;

    Scopes(Code code) {
        this.code = code;
    }

    /** Gives the scopes around a tree, the innermost first, as far as the body reaches. */
    List<Tree> around(TreePath tree) {
        List<Tree> scopes = new ArrayList<>();
        TreePath child = tree;
        for (TreePath path = tree.getParentPath(); path != null; path = path.getParentPath()) {
            Tree leaf = path.getLeaf();
            if (leaf instanceof TryTree tried && isUnderLock(path, tried, child.getLeaf())) {
                scopes.add(leaf);
            } else if (leaf instanceof LambdaExpressionTree) {
                if (InlineCalls.of(path, code) == null) {
                    return scopes;
                }
                if (bringsLock(path)) {
                    scopes.add(leaf);
                }
            } else if (leaf instanceof MethodTree || leaf instanceof ClassTree) {
                return scopes;
            }
            child = path;
        }
        return scopes;
    }

    int depth(TreePath tree) {
        return around(tree).size();
    }

    private boolean isUnderLock(TreePath path, TryTree tried, Tree child) {
        List<? extends Tree> resources = tried.getResources();
        // A resource's variable lives as long as its own lock.
        int last = child == tried.getBlock() ? resources.size() - 1 : resources.indexOf(child);
        for (int i = 0; i <= last; i++) {
            if (Held.holds(new TreePath(path, resources.get(i)), code)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a lambda is a scope of its own, because what it is called with is locked. */
    boolean bringsLock(TreePath path) {
        return ((LambdaExpressionTree) path.getLeaf())
                .getParameters().stream()
                        .map(parameter -> code.variable(new TreePath(path, parameter)))
                        .anyMatch(variable -> variable != null && code.holds(variable));
    }

    /** Gives the depth of the lock behind a value: the innermost one that it might stand for. */
    int depthOf(TreePath expression) {
        return Values.of(Paths.value(expression)).stream()
                .mapToInt(this::depthOfOne)
                .max()
                .orElse(0);
    }

    private int depthOfOne(TreePath value) {
        TreePath path = Paths.value(value);
        if (path.getLeaf() instanceof AssignmentTree assignment) {
            return depthOf(new TreePath(path, assignment.getExpression()));
        }
        if (path.getLeaf() instanceof LambdaExpressionTree) {
            // What it hands out may come from anywhere around it.
            return depth(path);
        }
        if (path.getLeaf() instanceof MemberReferenceTree reference) {
            return depthOf(new TreePath(path, reference.getQualifierExpression()));
        }
        Call call = Call.at(path, code);
        if (call != null) {
            return code.isAcquisition(path) ? depth(path) : depthOf(call);
        }
        return code.element(path) instanceof VariableElement variable ? depthOf(variable) : 0;
    }

    /** What a call hands out it got from its receiver or its arguments. */
    private int depthOf(Call call) {
        int deepest = call.receiver() == null ? 0 : depthOf(call.receiver());
        for (int i = 0; i < call.arguments().size(); i++) {
            deepest = Math.max(deepest, depthOf(call.argument(i)));
        }
        return deepest;
    }

    /** A variable stands for no lock that is taken inside of where the variable is known. */
    int depthOf(VariableElement variable) {
        TreePath declaration = code.variables().declaration(variable);
        return declaration == null || variable.getKind() == ElementKind.FIELD || isParameter(declaration)
                ? 0
                : depth(declaration);
    }

    private static boolean isParameter(TreePath declaration) {
        return Paths.parent(declaration) instanceof MethodTree;
    }

    /** Tells whether a value stands for a lock: a proof, or what is declared {@code @Locked}. */
    boolean standsForLock(TreePath expression) {
        return Values.of(Paths.value(expression)).stream().anyMatch(this::oneStandsForLock);
    }

    private boolean oneStandsForLock(TreePath value) {
        TreePath path = Paths.value(value);
        if (path.getLeaf().getKind() == Tree.Kind.NULL_LITERAL) {
            return false;
        }
        if (path.getLeaf() instanceof AssignmentTree assignment) {
            return standsForLock(new TreePath(path, assignment.getExpression()));
        }
        return code.isProof(path)
                || (code.element(path) instanceof VariableElement variable && code.holds(variable))
                || (code.element(path) instanceof ExecutableElement method
                        && code.facts().returnsLocked(method));
    }
}
