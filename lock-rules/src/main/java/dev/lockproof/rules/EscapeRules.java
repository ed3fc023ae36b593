package dev.lockproof.rules;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** A proof flows nowhere that outlives its lock: not to a field, an array, or a wider variable. */
final class EscapeRules {

    private final Code code;
    private final Reporter reporter;
    private final Scopes scopes;
    private final InnerLocks inner;
    private final Declarations declarations;

    EscapeRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.scopes = new Scopes(code);
        this.inner = new InnerLocks(code, reporter);
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
            inner.deeper(value, scopes.depthOf(variable))
                    .ifPresent(one -> reporter.report(reassigned(one, variable, declaration), path));
        }
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
}
