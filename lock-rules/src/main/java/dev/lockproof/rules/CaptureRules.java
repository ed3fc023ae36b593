package dev.lockproof.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A proof isn't used in code that may run after its lock is released: lambdas, local and anonymous classes. */
final class CaptureRules {

    private final Code code;
    private final Reporter reporter;
    private final Containers containers;
    private final Declarations declarations;
    private final LockedReceivers receivers;
    private final Set<Capture> reported = new HashSet<>();
    private final Set<Tree> reportedThis = new HashSet<>();

    CaptureRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.containers = new Containers(code.facts());
        this.declarations = new Declarations(code, reporter);
        this.receivers = new LockedReceivers(code);
    }

    private record Capture(Element variable, Tree by) {}

    void checkIdentifier(TreePath path) {
        if (code.element(path) instanceof VariableElement variable
                && variable.getKind() != ElementKind.FIELD
                && (code.holds(variable) || isGivenWithProofs(variable))
                && !code.facts().forgetsCaptured(variable)) {
            TreePath by = capturer(path, variable, code);
            if (by != null && reported.add(new Capture(variable, by.getLeaf()))) {
                String what = by.getLeaf() instanceof ClassTree ? "a class" : "a lambda";
                reporter.report(captured(variable, what, by), path);
            }
        }
    }

    void checkThis(TreePath path) {
        TreePath by = receivers.isUse(path) ? receivers.capturer(path) : null;
        if (by != null && reportedThis.add(by.getLeaf())) {
            reporter.report(captured("'this'", "a lambda", by), path);
        }
    }

    /** Tells whether a use of a local variable stands in code that may run later. */
    static boolean isCaptured(TreePath use, VariableElement variable, Code code) {
        TreePath user = Values.choice(use).getParentPath();
        boolean ofReference = user.getLeaf() instanceof MemberReferenceTree && InlineCalls.of(user, code) == null;
        return ofReference || capturer(use, variable, code) != null;
    }

    /** Finds the outermost code that may run later between a use of a local variable and its declaration. */
    static @Nullable TreePath capturer(TreePath use, VariableElement variable, Code code) {
        TreePath declaration = code.variables().declaration(variable);
        if (declaration == null) {
            return null;
        }
        Tree owner = bodyOf(declaration);
        TreePath by = null;
        for (TreePath path = use.getParentPath();
                path != null && path.getLeaf() != owner;
                path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree
                    || (path.getLeaf() instanceof LambdaExpressionTree && InlineCalls.of(path, code) == null)) {
                by = path;
            }
        }
        return by;
    }

    /** Gives the method, lambda or class whose variable it is. */
    private static @Nullable Tree bodyOf(TreePath declaration) {
        for (TreePath path = declaration.getParentPath(); path != null; path = path.getParentPath()) {
            Tree leaf = path.getLeaf();
            if (leaf instanceof MethodTree || leaf instanceof LambdaExpressionTree || leaf instanceof ClassTree) {
                return leaf;
            }
        }
        return null;
    }

    /** {@code account::deposit} keeps the account as a lambda would, and so does {@code (flag ? account : null)::deposit}. */
    void checkReference(TreePath path, MemberReferenceTree tree) {
        if (InlineCalls.of(path, code) == null) {
            keptBy(new TreePath(path, tree.getQualifierExpression()))
                    .ifPresent(name -> reporter.report(captured(name, "a method reference", path), path));
        }
    }

    /** Names the proof, or what has proofs in it, that a qualifier comes to. */
    private Optional<String> keptBy(TreePath qualifier) {
        return Values.of(Paths.value(qualifier)).stream()
                .map(Paths::value)
                .flatMap(value -> value.getLeaf() instanceof AssignmentTree assignment
                        ? keptBy(new TreePath(value, assignment.getExpression())).stream()
                        : isKept(value) ? Stream.of("'" + value.getLeaf() + "'") : Stream.empty())
                .findFirst();
    }

    private boolean isKept(TreePath value) {
        if (receivers.isThis(value)) {
            return receivers.isLockedAt(value);
        }
        if (code.element(value) instanceof VariableElement variable) {
            return variable.getKind() != ElementKind.FIELD
                    && (code.holds(variable) || isGivenWithProofs(variable))
                    && !code.facts().forgetsCaptured(variable);
        }
        return code.element(value) instanceof ExecutableElement && (code.isProof(value) || keepsProofs(value));
    }

    /** A lambda may be called with what has proofs in it. Any other variable of such a type is reported where it is declared. */
    private boolean isGivenWithProofs(VariableElement variable) {
        TreePath declaration = code.variables().declaration(variable);
        return declaration != null
                && Paths.parent(declaration) instanceof LambdaExpressionTree
                && containers.keeps(variable.asType());
    }

    /** {@code group.proofs().iterator()::next}. What was put in on the way, as in {@code List.of(account)}, is an argument's fault. */
    private boolean keepsProofs(TreePath value) {
        TypeMirror type = code.type(value);
        Call call = Call.at(value, code);
        return type != null
                && containers.keeps(type)
                && call != null
                && !call.takesProofs(code)
                && !declarations.areReported(value, Rule.PROOF_TYPE_ARGUMENT);
    }

    /**
     * Checks a function that gets its proofs from an object that has some, and may do so later:
     * {@code group.proofs().stream().map(account -> …)}.
     */
    void checkFunction(TreePath path) {
        TreePath user = Paths.outside(path).getParentPath();
        Call call = user.getLeaf() instanceof MethodInvocationTree ? Call.at(user, code) : null;
        if (call == null || call.receiver() == null || InlineCalls.of(path, code) != null) {
            return;
        }
        TypeMirror receiver = code.type(call.receiver());
        if (receiver != null
                && containers.keeps(receiver)
                && !declarations.areReported(call.receiver(), Rule.PROOF_TYPE_ARGUMENT)) {
            code.parametersOf(path).stream()
                    .filter(parameter -> code.isProof(parameter))
                    .findFirst()
                    .ifPresent(parameter ->
                            reporter.report(captured("A " + Names.simple(parameter), "a function", path), path));
        }
    }

    private Message captured(VariableElement variable, String what, TreePath by) {
        return captured("'" + variable.getSimpleName() + "'", what, by);
    }

    private Message captured(String name, String what, TreePath by) {
        Message message = Message.of(
                Rule.PROOF_CAPTURED, name + " is used in " + what + " that may run later, when its lock is released.");
        message.line("Read what you need before, into a variable of its own, and use that one;")
                .line(OnTheSpot.wayOut(by, code)
                        .map(way -> "or, if " + what.replace("a ", "the ") + " only runs on the spot, " + way)
                        .orElse("or, to save it there, lock it there, in a task of Locks.detached(() -> …)."));
        return InlineCalls.askAbout(by, code, message);
    }
}
