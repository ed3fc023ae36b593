package dev.lockproof.rules;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The promise of {@code @RunsInline}: a parameter is called before the method returns, and then forgotten. */
final class InlineRules {

    private final Code code;
    private final Reporter reporter;

    InlineRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
    }

    void checkIdentifier(TreePath path) {
        if (!(code.element(path) instanceof VariableElement parameter)
                || parameter.getKind() != ElementKind.PARAMETER) {
            return;
        }
        TreePath declaration = code.variables().declaration(parameter);
        if (declaration == null) {
            return;
        }
        TreePath owner = declaration.getParentPath();
        if (owner.getLeaf() instanceof LambdaExpressionTree lambda) {
            ExecutableElement method = code.functionalMethod(owner);
            int index = lambda.getParameters().indexOf((VariableTree) declaration.getLeaf());
            if (method != null && code.facts().runsInline(method, index) && escapes(path, parameter)) {
                reporter.report(dropped("the lambda", parameter, method), path);
            }
        } else if (owner.getLeaf() instanceof MethodTree) {
            ExecutableElement method = code.executable(owner);
            if (method != null
                    && code.facts().runsInline(method, method.getParameters().indexOf(parameter))
                    && escapes(path, parameter)) {
                reporter.report(escaped(parameter, method), path);
            }
        }
    }

    private boolean escapes(TreePath use, VariableElement parameter) {
        return CaptureRules.capturer(use, parameter, code) != null || !isPassing(use);
    }

    /** Tells whether a use of a function leaves nothing behind: calling it, comparing it, handing it on. */
    private boolean isPassing(TreePath use) {
        TreePath path = Paths.outsideCasts(use);
        TreePath user = path.getParentPath();
        Tree tree = user.getLeaf();
        if (tree instanceof MemberSelectTree) {
            return user.getParentPath().getLeaf() instanceof MethodInvocationTree && isCallOfIt(user.getParentPath());
        }
        if (tree instanceof MemberReferenceTree) {
            return InlineCalls.of(user, code) != null;
        }
        if (tree instanceof MethodInvocationTree call && InlineCalls.of(path, code) != null) {
            // What gives its argument back has not seen the last of it.
            return !isIdentity(user, call)
                    || user.getParentPath().getLeaf() instanceof ExpressionStatementTree
                    || isPassing(user);
        }
        return switch (tree.getKind()) {
            case EQUAL_TO, NOT_EQUAL_TO, INSTANCE_OF -> true;
            case NEW_CLASS -> InlineCalls.of(path, code) != null;
            default -> false;
        };
    }

    /** Its default methods, such as {@code andThen}, make new functions that keep it. */
    private boolean isCallOfIt(TreePath invocation) {
        ExecutableElement method = code.executable(invocation);
        return method != null
                && (method.getModifiers().contains(Modifier.ABSTRACT)
                        || Members.owner(method).getQualifiedName().contentEquals("java.lang.Object"));
    }

    private boolean isIdentity(TreePath path, MethodInvocationTree call) {
        ExecutableElement method = code.executable(path);
        return method != null
                && method.getSimpleName().contentEquals("requireNonNull")
                && !call.getArguments().isEmpty();
    }

    void checkMethod(TreePath path, MethodTree tree) {
        ExecutableElement method = code.executable(path);
        if (method == null || method.getParameters().isEmpty()) {
            return;
        }
        for (ExecutableElement overridden : code.overrides().of(method)) {
            for (int i = 0; i < method.getParameters().size(); i++) {
                if (code.facts().runsInline(overridden, i) && !code.facts().runsInline(method, i)) {
                    VariableElement parameter = method.getParameters().get(i);
                    reporter.report(
                            dropped(Names.qualified(method), parameter, overridden),
                            new TreePath(path, tree.getParameters().get(i)));
                    return;
                }
            }
        }
    }

    void checkClass(TreePath path) {
        if (code.element(path) instanceof TypeElement type) {
            for (Overrides.Inherited inherited : code.overrides().inheritedBy(type)) {
                List<? extends VariableElement> parameters = inherited.method().getParameters();
                for (int i = 0; i < parameters.size(); i++) {
                    if (code.facts().runsInline(inherited.implemented(), i)
                            && !code.facts().runsInline(inherited.method(), i)) {
                        reporter.report(
                                dropped(
                                        Names.qualified(inherited.method()),
                                        parameters.get(i),
                                        inherited.implemented()),
                                path);
                    }
                }
            }
        }
    }

    void checkReference(TreePath path, MemberReferenceTree tree) {
        ExecutableElement method = code.executable(path);
        ExecutableElement functional = code.functionalMethod(path);
        if (method == null || functional == null) {
            return;
        }
        // An unbound receiver, as in Executor::execute, takes the first argument.
        int shift = functional.getParameters().size() > method.getParameters().size() && !method.isVarArgs() ? 1 : 0;
        for (int i = shift; i < functional.getParameters().size(); i++) {
            if (code.facts().runsInline(functional, i) && !code.facts().runsInline(method, i - shift)) {
                Element parameter = functional.getParameters().get(i);
                reporter.report(dropped("'" + tree + "'", parameter, functional), path);
                return;
            }
        }
    }

    private static Message escaped(VariableElement parameter, ExecutableElement method) {
        String name = "'" + parameter.getSimpleName() + "'";
        return Message.of(
                        Rule.INLINE_PARAM_ESCAPES,
                        name + " is @RunsInline, and " + Names.of(method) + " does more with it than call it.")
                .line("Callers rely on its not running later: their lambda may use a proof. Call " + name
                        + ", or pass it to another @RunsInline parameter,")
                .line("or remove @RunsInline from " + name + ".");
    }

    private static Message dropped(String dropper, Element parameter, ExecutableElement promised) {
        return Message.of(
                        Rule.INLINE_OVERRIDE,
                        dropper + " doesn't keep the promise of " + Names.qualified(promised)
                                + " to run its parameter inline: '" + parameter.getSimpleName() + "'.")
                .line("Callers rely on its not running later: their lambda may use a proof. Mark '"
                        + parameter.getSimpleName() + "' with @RunsInline and only call it,")
                .line("or remove @RunsInline from " + Names.qualified(promised) + ".");
    }
}
