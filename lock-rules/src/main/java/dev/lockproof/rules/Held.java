package dev.lockproof.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is held wherever some tree runs.
 *
 * @param subject what holds it, in the user's words: {@code 'account'} or {@code withLock()}
 * @param line where the lock comes from, or -1
 */
record Held(String subject, long line) {

    /** Gives the innermost lock that is held at a tree; null if none is. */
    static @Nullable Held at(TreePath tree, Code code) {
        Set<Element> absent = new HashSet<>();
        TreePath child = tree;
        for (TreePath path = tree.getParentPath(); path != null; path = path.getParentPath()) {
            Held held = null;
            if (path.getLeaf() instanceof TryTree tried) {
                held = byResources(path, tried, child.getLeaf(), absent, code);
            } else if (path.getLeaf() instanceof IfTree condition) {
                addAbsent(path, condition, child.getLeaf(), absent, code);
            } else if (path.getLeaf() instanceof LambdaExpressionTree lambda) {
                held = byLambda(path, lambda, code);
                if (held == null && InlineCalls.of(path, code) == null) {
                    return null;
                }
            } else if (path.getLeaf() instanceof MethodTree method) {
                return byMethod(path, method, code);
            } else if (path.getLeaf() instanceof ClassTree) {
                return null;
            }
            if (held != null) {
                return held;
            }
            child = path;
        }
        return null;
    }

    /** The block runs under all resources, a resource under the ones before it, catch and finally under none. */
    private static @Nullable Held byResources(
            TreePath path, TryTree tried, Tree child, Set<Element> absent, Code code) {
        List<? extends Tree> resources = tried.getResources();
        int before = child == tried.getBlock() ? resources.size() : resources.indexOf(child);
        for (int i = before - 1; i >= 0; i--) {
            TreePath resource = new TreePath(path, resources.get(i));
            if (holds(resource, code) && !absent.contains(code.element(resource))) {
                return new Held(name(resource.getLeaf()), code.line(resource.getLeaf()));
            }
        }
        return null;
    }

    /** Tells whether a resource of a {@code try} is a lock. */
    static boolean holds(TreePath resource, Code code) {
        if (resource.getLeaf() instanceof VariableTree variable) {
            TreePath initializer = new TreePath(resource, variable.getInitializer());
            return code.isProof(code.type(resource)) || code.isProof(initializer) || code.isAcquisition(initializer);
        }
        return code.isProof(resource);
    }

    /** In {@code if (account == null) …}, a lock that was not to be had is not held. */
    private static void addAbsent(TreePath path, IfTree condition, Tree child, Set<Element> absent, Code code) {
        TreePath test = Paths.inside(new TreePath(path, condition.getCondition()));
        if (test.getLeaf() instanceof BinaryTree comparison
                && comparison.getKind()
                        == (child == condition.getThenStatement() ? Tree.Kind.EQUAL_TO : Tree.Kind.NOT_EQUAL_TO)
                && child != condition.getCondition()
                && comparison.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL
                && comparison.getLeftOperand() instanceof IdentifierTree name) {
            Element variable = code.element(new TreePath(test, name));
            if (variable != null) {
                absent.add(variable);
            }
        }
    }

    private static @Nullable Held byLambda(TreePath path, LambdaExpressionTree lambda, Code code) {
        ExecutableElement method = code.functionalMethod(path);
        for (int i = 0; i < lambda.getParameters().size(); i++) {
            VariableTree parameter = lambda.getParameters().get(i);
            VariableElement variable = code.variable(new TreePath(path, parameter));
            if ((variable != null && code.holds(variable))
                    || (method != null && code.holds(method.getParameters().get(i)))) {
                return new Held(name(parameter), code.line(lambda));
            }
        }
        Call host = InlineCalls.of(path, code);
        boolean locksForItself = method != null && code.facts().acquires(method);
        return host != null && !locksForItself ? byHost(host, code) : null;
    }

    /** What takes locks itself may run an inline argument under one: {@code withLock(id, () -> …)}. */
    static @Nullable Held byHost(Call host, Code code) {
        return code.acquires(host.executable())
                ? new Held(Names.of(host.executable()), code.line(host.path().getLeaf()))
                : null;
    }

    private static @Nullable Held byMethod(TreePath path, MethodTree method, Code code) {
        ExecutableElement element = code.executable(path);
        if (element != null && code.facts().acquires(element)) {
            // If it has a proof as well, that contradiction is reported, and not each of its consequences.
            return null;
        }
        if (code.receiverHolds(path)) {
            return new Held("'this'", code.line(method.getReceiverParameter()));
        }
        for (VariableTree parameter : method.getParameters()) {
            VariableElement variable = code.variable(new TreePath(path, parameter));
            if (variable != null && code.holds(variable)) {
                return new Held(name(parameter), code.line(parameter));
            }
        }
        return null;
    }

    private static String name(Tree tree) {
        if (tree instanceof VariableTree variable) {
            // Java 22 and later allow for variables without a name.
            return variable.getName().length() == 0 ? "'_'" : "'" + variable.getName() + "'";
        }
        return "'" + tree + "'";
    }

    /** Says it with its place: {@code 'account' (line 29)}. */
    @Override
    public String toString() {
        return line < 0 ? subject : subject + " (line " + line + ")";
    }
}
