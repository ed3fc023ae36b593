package dev.lockproof.rules;

import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Knows where the fault of an expression lies: one fault, one message. */
final class Declarations {

    private final Code code;
    private final Reporter reporter;

    Declarations(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
    }

    /**
     * Tells whether the declaration behind an expression is part of this compilation, and so has been reported for
     * being what it is. What was compiled without Lockproof has not, nor has what suppresses the rule.
     */
    boolean areReported(TreePath expression, Rule rule) {
        Element element = code.element(Paths.inside(expression));
        if (element == null) {
            return false;
        }
        TreePath local =
                element instanceof VariableElement variable ? code.variables().declaration(variable) : null;
        TreePath declaration = local != null ? local : code.declaration(element);
        return declaration != null && !reporter.isSuppressed(rule, declaration);
    }
}
