package dev.lockproof.checker;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.framework.type.AnnotatedTypeMirror;
import org.checkerframework.framework.type.AnnotatedTypeMirror.AnnotatedExecutableType;
import org.checkerframework.javacutil.TreeUtils;
import org.jspecify.annotations.Nullable;

/** Sorts the places where a qualifier would be gained under our rules, and reports them. */
final class Mismatches {

    private final Faults faults;
    private final LockproofAnnotatedTypeFactory factory;
    private final Supplier<@Nullable TreePath> here;
    private final Wording wording;

    Mismatches(Faults faults, LockproofAnnotatedTypeFactory factory, Supplier<@Nullable TreePath> here) {
        this.faults = faults;
        this.factory = factory;
        this.here = here;
        this.wording = new Wording(factory);
    }

    /** Reports a value that doesn't fit a variable, under the framework's key for the kind of place. */
    void report(String key, Tree place, AnnotatedTypeMirror variable, AnnotatedTypeMirror value, Object... arguments) {
        Need need = Need.of(factory, variable, value);
        if (!need.isAboutValue() && !key.equals("lambda.param") && !key.equals("type.argument")) {
            report(place, QualifierRule.TYPE_ARGUMENT_NOT_LOCKED, wording.parts(place, need));
            return;
        }
        switch (key) {
            case "argument", "varargs" -> argument(place, need);
            case "return" -> report(place, QualifierRule.RETURN_NOT_LOCKED, wording.result(place, need, here.get()));
            case "type.argument" -> report(place, QualifierRule.TYPE_ARGUMENT_NOT_LOCKED, wording.typeArgument(need));
            case "lambda.param" ->
                report(place, QualifierRule.OVERRIDE_LOCKED_PARAMETER, wording.lambdaParameter(place, need));
            default -> report(place, QualifierRule.ASSIGNMENT_NOT_LOCKED, wording.assignment(place, need, here.get()));
        }
    }

    private void argument(Tree argument, Need need) {
        ExecutableElement called = calledHere();
        if (called != null && Saves.isSave(called)) {
            report(argument, QualifierRule.SAVE_NOT_WRITABLE, wording.save(argument, called, need, here.get()));
        } else {
            report(argument, QualifierRule.ARGUMENT_NOT_LOCKED, wording.argument(argument, called, need));
        }
    }

    void reportReceiver(MethodInvocationTree call, AnnotatedTypeMirror required, AnnotatedTypeMirror found) {
        ExpressionTree receiver = TreeUtils.getReceiverTree(call);
        Need need = Need.of(factory, required, found);
        report(receiver == null ? call : receiver, QualifierRule.ARGUMENT_NOT_LOCKED, wording.receiver(call, need));
    }

    void reportCast(Tree place, AnnotatedTypeMirror target, AnnotatedTypeMirror value) {
        report(place, QualifierRule.LOCKED_CAST, wording.cast(place, Need.of(factory, target, value)));
    }

    /** Reports what the framework found without the visitor's help: overrides and method references. */
    void reportFromFramework(Object place, String key, @Nullable Object... arguments) {
        Tree tree = place instanceof Tree t ? t : null;
        if (tree == null) {
            return;
        }
        switch (key) {
            case "override.param" ->
                report(
                        tree,
                        QualifierRule.OVERRIDE_LOCKED_PARAMETER,
                        wording.overrideParameter(
                                (String) arguments[0], executable(arguments, 4), executable(arguments, 6)));
            case "override.receiver" ->
                report(
                        tree,
                        QualifierRule.OVERRIDE_LOCKED_PARAMETER,
                        wording.overrideParameter("this", executable(arguments, 3), executable(arguments, 5)));
            case "override.return" ->
                report(
                        tree,
                        QualifierRule.OVERRIDE_LOCKED_RETURN,
                        wording.overrideReturn(executable(arguments, 3), executable(arguments, 5)));
            case "methodref.param" -> methodReference(tree, executable(arguments, 4), executable(arguments, 6));
            case "methodref.receiver" -> methodReference(tree, executable(arguments, 3), executable(arguments, 5));
            case "methodref.receiver.bound" -> methodReference(tree, executable(arguments, 4), null);
            case "methodref.return" -> methodReference(tree, executable(arguments, 3), executable(arguments, 5));
            default -> {
                // Qualifiers that contradict each other are found by QualifierLocations. The framework's other checks
                // are about what it infers itself and never about a value.
            }
        }
    }

    private void methodReference(Tree reference, ExecutableElement method, @Nullable ExecutableElement function) {
        if (Saves.isSave(method)) {
            report(reference, QualifierRule.SAVE_NOT_WRITABLE, wording.saveReference(reference, method, function));
        } else {
            report(reference, QualifierRule.METHODREF_NOT_LOCKED, wording.methodReference(reference, method, function));
        }
    }

    private static ExecutableElement executable(@Nullable Object[] arguments, int index) {
        return ((AnnotatedExecutableType) java.util.Objects.requireNonNull(arguments[index])).getElement();
    }

    private @Nullable ExecutableElement calledHere() {
        TreePath path = here.get();
        Tree leaf = path == null ? null : path.getLeaf();
        if (leaf instanceof MethodInvocationTree call) {
            return TreeUtils.elementFromUse(call);
        }
        return leaf instanceof NewClassTree creation ? TreeUtils.elementFromUse(creation) : null;
    }

    private void report(Tree place, QualifierRule rule, String text) {
        TreePath around = here.get();
        if (around != null) {
            faults.report(around, place, rule, text);
        }
    }
}
