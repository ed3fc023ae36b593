package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The effects of what only this class can call: private methods and constructors, and implicit constructors of private,
 * local and anonymous classes. They are the least ones that their bodies allow.
 */
final class InferredEffects {

    private final Map<ExecutableElement, Set<ExecutableElement>> callees = new HashMap<>();
    private final Set<ExecutableElement> acquiring = new HashSet<>();

    private InferredEffects() {}

    static InferredEffects in(TreePath topLevelClass, Code code) {
        InferredEffects effects = new InferredEffects();
        effects.new Collector(code).scan(topLevelClass, null);
        effects.solve(code.facts());
        return effects;
    }

    boolean covers(ExecutableElement executable) {
        return callees.containsKey(executable);
    }

    boolean acquires(ExecutableElement executable) {
        return acquiring.contains(executable);
    }

    private void solve(Facts facts) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<ExecutableElement, Set<ExecutableElement>> entry : callees.entrySet()) {
                if (!acquiring.contains(entry.getKey())
                        && entry.getValue().stream().anyMatch(e -> acquiring.contains(e) || facts.acquires(e))) {
                    changed |= acquiring.add(entry.getKey());
                }
            }
        }
    }

    private static boolean isInferable(ExecutableElement executable, Code code) {
        if (executable.getModifiers().contains(Modifier.PRIVATE)) {
            // What needs a lock can't take one; the fault is in its body, not in its callers.
            return !code.facts().acquires(executable) && !code.anyHolds(executable.getParameters());
        }
        TypeElement owner = Members.owner(executable);
        return executable.getKind() == ElementKind.CONSTRUCTOR
                && code.elements().getOrigin(executable) != Origin.EXPLICIT
                && (owner.getModifiers().contains(Modifier.PRIVATE)
                        || owner.getNestingKind() == NestingKind.LOCAL
                        || owner.getNestingKind() == NestingKind.ANONYMOUS);
    }

    /** Collects who calls what in the course of a call: not in lambdas that may run later, nor in nested classes. */
    private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Set<ExecutableElement>> {

        private final Code code;

        Collector(Code code) {
            this.code = code;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Set<ExecutableElement> calls) {
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Set<ExecutableElement> calls) {
            ExecutableElement method = code.executable(getCurrentPath());
            Set<ExecutableElement> own = null;
            if (method != null && isInferable(method, code)) {
                own = new LinkedHashSet<>();
                callees.put(method, own);
            }
            return super.visitMethod(tree, own);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Set<ExecutableElement> calls) {
            return super.visitLambdaExpression(tree, runsHere() ? calls : null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Set<ExecutableElement> calls) {
            if (calls != null && runsHere()) {
                add(code.executable(getCurrentPath()), calls);
            }
            return super.visitMemberReference(tree, calls);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Set<ExecutableElement> calls) {
            add(code.executable(getCurrentPath()), calls);
            return super.visitMethodInvocation(tree, calls);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Set<ExecutableElement> calls) {
            Call call = Call.at(getCurrentPath(), code);
            add(call == null ? null : call.executable(), calls);
            return super.visitNewClass(tree, calls);
        }

        private boolean runsHere() {
            return InlineCalls.of(getCurrentPath(), code) != null;
        }

        private static void add(@Nullable ExecutableElement callee, @Nullable Set<ExecutableElement> calls) {
            if (callee != null && calls != null) {
                calls.add(callee);
            }
        }
    }
}
