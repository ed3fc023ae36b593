package dev.lockproof.rules;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the calls that run a lambda, or what a method reference names, before they return. */
final class InlineCalls {

    private InlineCalls() {}

    /**
     * Gives the call that a functional expression is run by: it is an argument for a {@code @RunsInline} parameter, or a
     * stage of a stream that is consumed on the spot.
     *
     * @return the call; null if the function may be kept and run later
     */
    static @Nullable Call of(TreePath function, Code code) {
        TreePath path = argument(function);
        Call call = callWith(path, code);
        if (call == null) {
            return null;
        }
        int parameter = call.parameterOf(path.getLeaf());
        boolean inline = code.runsInline(call.executable(), parameter) || Pipelines.endsHere(call, code);
        return inline && isWhatIsCalled(Paths.value(function), call, parameter, code) ? call : null;
    }

    /** Tells whether a function, as its own type has it, is what runs where the parameter is called. */
    private static boolean isWhatIsCalled(TreePath function, Call call, int parameter, Code code) {
        TypeMirror type = code.type(function);
        TypeMirror asked = code.types().erasure(call.typeOf(parameter));
        return type == null
                || code.types().isSameType(code.types().erasure(type), asked)
                || FunctionalInterfaces.methodsOf(asked, code.elements()).stream()
                        .allMatch(method -> FunctionalInterfaces.isRunBy(method, type, code.elements()));
    }

    /** Tells whether the locks that a function takes count as taken by the code around it. */
    static boolean isPartOfSurroundings(TreePath function, Code code) {
        return of(function, code) != null && !runsOthers(function, code);
    }

    /** Tells whether a function is given another one to run: {@code body -> { … body.run(); }}, or a stage the later ones. */
    static boolean runsOthers(TreePath function, Code code) {
        ExecutableElement method = code.functionalMethod(function);
        if (method != null) {
            for (int i = 0; i < method.getParameters().size(); i++) {
                if (code.facts().runsInline(method, i)) {
                    return true;
                }
            }
        }
        Call call = around(function, code);
        return call != null && Pipelines.runsLaterStages(call);
    }

    /** Gives the call that a functional expression is an argument of, whether or not it is run by it; null if there is none. */
    static @Nullable Call around(TreePath function, Code code) {
        return callWith(argument(function), code);
    }

    /** Gives the index of the parameter that a functional expression, an argument of a call, goes to. */
    static int parameter(TreePath function, Call call) {
        return call.parameterOf(argument(function).getLeaf());
    }

    /** Adds a question to a message if the parameter that a function goes to has a {@code @RunsInline} of others. */
    static Message askAbout(TreePath function, Code code, Message message) {
        TreePath path = argument(function);
        Call call = callWith(path, code);
        if (call == null) {
            return message;
        }
        VariableElement parameter = call.executable().getParameters().get(call.parameterOf(path.getLeaf()));
        return message.askAbout(
                Annotations.RUNS_INLINE,
                parameter,
                "'" + parameter.getSimpleName() + "' of " + Names.of(call.executable()));
    }

    private static TreePath argument(TreePath function) {
        TreePath path = function;
        Tree parent = Paths.parent(path);
        while (parent instanceof ParenthesizedTree
                || parent instanceof TypeCastTree
                || (parent instanceof ConditionalExpressionTree conditional
                        && conditional.getCondition() != path.getLeaf())) {
            path = path.getParentPath();
            parent = Paths.parent(path);
        }
        return path;
    }

    private static @Nullable Call callWith(TreePath argument, Code code) {
        Call call = Call.at(argument.getParentPath(), code);
        return call == null || !call.arguments().contains(argument.getLeaf()) ? null : call;
    }
}
