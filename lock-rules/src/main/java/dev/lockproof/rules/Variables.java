package dev.lockproof.rules;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Where the variables of a class are declared: the compiler keeps no way from a local variable to its tree. */
final class Variables {

    private final Map<Element, TreePath> declarations = new HashMap<>();

    private Variables() {}

    static Variables in(TreePath topLevelClass, Trees trees) {
        Variables variables = new Variables();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
                Element element = trees.getElement(getCurrentPath());
                if (element != null) {
                    variables.declarations.put(element, getCurrentPath());
                }
                return super.visitVariable(variable, null);
            }
        }.scan(topLevelClass, null);
        return variables;
    }

    /** Gives the declaration of a variable of this class; null for one of another class. */
    @Nullable
    TreePath declaration(VariableElement variable) {
        return declarations.get(variable);
    }
}
