package dev.lockproof.rules;

import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Knows where the fault of an expression lies: one fault, one message. */
final class Declarations {

    private final Code code;
    private final Reporter reporter;
    private final Containers containers;

    Declarations(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
        this.containers = new Containers(code.facts());
    }

    /**
     * Tells whether the declaration behind an expression is part of this compilation, and so has been reported for
     * being what it is. What was compiled without Lockproof has not, nor has what suppresses the rule.
     */
    boolean areReported(TreePath expression, Rule rule) {
        Element element = code.element(Paths.inside(expression));
        if (element == null || element instanceof TypeElement) {
            return false;
        }
        if (element.getKind() == ElementKind.METHOD && !saysSo((ExecutableElement) element)) {
            // Its declaration only names a type variable, which stands for the proof because of what it is called on.
            Call call = Call.at(expression, code);
            return call != null && call.receiver() != null && areReported(call.receiver(), rule);
        }
        TreePath local =
                element instanceof VariableElement variable ? code.variables().declaration(variable) : null;
        TreePath declaration = local != null ? local : code.declaration(element);
        return declaration != null && !reporter.isSuppressed(rule, declaration);
    }

    private boolean saysSo(ExecutableElement method) {
        return code.isProof(method.getReturnType()) || containers.keeps(method.getReturnType());
    }
}
