package dev.lockproof.rules;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A lock is released by the {@code try} that took it, and by nothing else. */
final class CloseRules {

    static final String GRANT = "dev.lockproof.LockGrant";

    private final Code code;
    private final Reporter reporter;

    CloseRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
    }

    void checkCall(Call call) {
        TreePath proof = call.receiver();
        boolean releases = releases(call.executable(), proof == null ? null : code.type(proof));
        if (releases && (proof == null || !isOfNoResource(proof))) {
            String name = proof == null ? "this" : proof.getLeaf().toString();
            reporter.report(closed("'" + name + "' is released by hand"), call.path());
        }
    }

    /**
     * Tells whether a proof comes from an acquisition that went to a local variable, and not to a {@code try}. That is the
     * fault, and whoever makes it has to release the lock by hand.
     */
    private boolean isOfNoResource(TreePath proof) {
        return code.element(Paths.inside(proof)) instanceof VariableElement variable
                && variable.getKind() == ElementKind.LOCAL_VARIABLE
                && code.variables().values(variable).stream()
                        .flatMap(value -> Values.of(value).stream())
                        .anyMatch(this::isReportedAcquisition);
    }

    private boolean isReportedAcquisition(TreePath value) {
        return code.isAcquisition(value) && !reporter.isSuppressed(Rule.ACQUIRE_NOT_RESOURCE, value);
    }

    /** Checks a method reference, and tells whether there was something to report. */
    boolean checkReference(TreePath path, MemberReferenceTree tree) {
        ExecutableElement method = code.executable(path);
        if (method == null || !releases(method, code.type(path, tree.getQualifierExpression()))) {
            return false;
        }
        reporter.report(closed("'" + tree + "' releases a lock by hand"), path);
        return true;
    }

    private boolean releases(ExecutableElement method, @Nullable TypeMirror receiver) {
        if (!method.getParameters().isEmpty()) {
            return false;
        }
        boolean close = method.getSimpleName().contentEquals("close")
                && (code.isProof(Members.owner(method).asType()) || code.isProof(receiver));
        return close
                || (method.getSimpleName().contentEquals("release")
                        && Members.owner(method).getQualifiedName().contentEquals(GRANT));
    }

    void checkTry(TreePath path, TryTree tree) {
        for (Tree resource : tree.getResources()) {
            TreePath resourcePath = new TreePath(path, resource);
            TreePath value = resource instanceof VariableTree variable
                    ? new TreePath(resourcePath, variable.getInitializer())
                    : resourcePath;
            // What a cast makes a proof of is no alias of one: that fault is the cast's.
            if (code.isProof(value)
                    && !isOfNoResource(value)
                    && Values.of(Paths.value(value)).stream().anyMatch(this::isProofAlias)) {
                reporter.report(alias(value), resourcePath);
            }
        }
    }

    private boolean isProofAlias(TreePath value) {
        TreePath proof = Paths.value(value);
        return code.isProof(proof) && isAlias(proof);
    }

    private boolean isAlias(TreePath value) {
        return switch (value.getLeaf().getKind()) {
            case IDENTIFIER, MEMBER_SELECT, ARRAY_ACCESS, ASSIGNMENT -> true;
            case METHOD_INVOCATION -> !code.isAcquisition(value) && !takesAcquisition(value);
            default -> false;
        };
    }

    /** In {@code try (var locked = checked(accounts.lock(id)))} the acquisition is reported. */
    private boolean takesAcquisition(TreePath value) {
        Call call = Call.at(value, code);
        return call != null
                && IntStream.range(0, call.arguments().size())
                        .mapToObj(call::argument)
                        .anyMatch(this::isReportedAcquisition);
    }

    static Message closed(String happened) {
        return Message.of(Rule.PROOF_EXPLICIT_CLOSE, happened + ", and the code after it would write without a lock.")
                .line("The try statement that took the lock releases it. To release it earlier, end the block earlier:")
                .line("move what doesn't need the lock after the try block, or into a method of its own.");
    }

    private static Message alias(TreePath value) {
        String name = "'" + Paths.value(value).getLeaf() + "'";
        return Message.of(
                        Rule.PROOF_RESOURCE_ALIAS,
                        name + " holds a lock already, and this try would release it under whoever took it.")
                .line("Just use it; the try statement that took the lock releases it.")
                .line("To have a lock of its own here, take the id instead of the proof: try (var locked ="
                        + " locks.acquire(…)) { … }.");
    }
}
