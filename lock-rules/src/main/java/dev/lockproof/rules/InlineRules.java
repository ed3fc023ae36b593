package dev.lockproof.rules;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The promise of {@code @RunsInline}: a parameter is called before the method returns, and then forgotten. */
final class InlineRules {

    private final Code code;
    private final Reporter reporter;
    private final FunctionUses functions;

    InlineRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.functions = new FunctionUses(code);
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
            if (method != null && code.facts().runsInline(method, index) && functions.escapes(path, parameter)) {
                reporter.report(dropped("the lambda", parameter, method), path);
            }
        } else if (owner.getLeaf() instanceof MethodTree) {
            ExecutableElement method = code.executable(owner);
            if (method != null
                    && code.facts().runsInline(method, method.getParameters().indexOf(parameter))
                    && functions.escapes(path, parameter)) {
                reporter.report(broken(parameter, method), path);
            }
        }
    }

    /** What says nothing itself, and overrides a method of the JDK that is known to keep it, has made the promise too. */
    private Message broken(VariableElement parameter, ExecutableElement method) {
        int index = method.getParameters().indexOf(parameter);
        return Annotations.isPresent(parameter, Annotations.RUNS_INLINE)
                ? escaped(parameter, method)
                : code.overrides().of(method).stream()
                        .filter(overridden -> code.facts().runsInline(overridden, index))
                        .findFirst()
                        .map(overridden -> dropped(Names.qualified(method), parameter, overridden))
                        .orElseGet(() -> escaped(parameter, method));
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
            if (type.getKind() == ElementKind.RECORD) {
                checkRecord(path, type);
            }
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

    /** A record stores its components, whatever is promised for the parameters of its constructor. */
    private void checkRecord(TreePath path, TypeElement type) {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            for (VariableElement parameter : constructor.getParameters()) {
                if (Annotations.isPresent(parameter, Annotations.RUNS_INLINE)
                        && RecordComponents.isStored(constructor, parameter, code)) {
                    reporter.report(stored(parameter), path);
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
        // An unbound receiver, as in Executor::execute, takes the first argument, and may be the function.
        int shift = hasUnboundReceiver(path, tree, method) ? 1 : 0;
        for (int i = 0; i < functional.getParameters().size(); i++) {
            boolean kept = i < shift
                    ? functions.runs(method, functional.getParameters().get(i).asType())
                    : code.runsInline(method, parameterAt(i - shift, method));
            if (code.facts().runsInline(functional, i) && !kept) {
                Element parameter = functional.getParameters().get(i);
                reporter.report(dropped("'" + tree + "'", parameter, functional), path);
                return;
            }
        }
    }

    private boolean hasUnboundReceiver(TreePath path, MemberReferenceTree tree, ExecutableElement method) {
        Element qualifier = code.element(new TreePath(path, tree.getQualifierExpression()));
        return method.getKind() == ElementKind.METHOD
                && !method.getModifiers().contains(Modifier.STATIC)
                && (qualifier instanceof TypeElement || qualifier instanceof TypeParameterElement);
    }

    /** A last parameter of several takes all that is left. */
    private static int parameterAt(int argument, ExecutableElement method) {
        return Math.min(argument, method.getParameters().size() - 1);
    }

    private static Message stored(VariableElement component) {
        String name = "'" + component.getSimpleName() + "'";
        return Message.of(Rule.INLINE_PARAM_ESCAPES, name + " is @RunsInline, and the record stores it in a component.")
                .line("Callers rely on its not running later: their lambda may use a proof.")
                .line("Remove @RunsInline from " + name + ", or pass the function to the method that calls it.");
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

    private Message dropped(String dropper, Element parameter, ExecutableElement promised) {
        String name = "'" + parameter.getSimpleName() + "'";
        Message message = Message.of(
                        Rule.INLINE_OVERRIDE,
                        dropper + " doesn't keep the promise of " + Names.qualified(promised)
                                + " to run its parameter inline: " + name + ".")
                .line("Callers rely on its not running later: their lambda may use a proof.");
        return code.declaration(promised) == null
                ? message.line(
                        "Call " + name + " before the method returns, or pass it to another @RunsInline parameter.")
                : message.line("Mark " + name + " with @RunsInline and only call it,")
                        .line("or remove @RunsInline from " + Names.qualified(promised) + ".");
    }
}
