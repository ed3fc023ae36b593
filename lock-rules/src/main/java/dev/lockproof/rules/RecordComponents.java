package dev.lockproof.rules;

import com.sun.source.util.TreePath;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements.Origin;

/** Knows what a record keeps although no code says so. */
final class RecordComponents {

    private RecordComponents() {}

    /**
     * Tells whether a parameter is stored in a component unseen, as by an implicit or compact constructor. The parameters
     * of such a one stand before it, as the components.
     */
    static boolean isStored(ExecutableElement executable, VariableElement parameter, Code code) {
        if (executable.getKind() != ElementKind.CONSTRUCTOR
                || Members.owner(executable).getKind() != ElementKind.RECORD) {
            return false;
        }
        TreePath declaration = code.declaration(executable);
        TreePath component = code.variables().declaration(parameter);
        return code.elements().getOrigin(executable) != Origin.EXPLICIT
                || (declaration != null
                        && component != null
                        && code.start(component.getLeaf()) < code.start(declaration.getLeaf()));
    }
}
