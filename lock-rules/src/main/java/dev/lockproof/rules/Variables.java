package dev.lockproof.rules;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Where the variables of a class get their values: the compiler keeps no way from a local variable to its tree. */
final class Variables {

    private final Map<Element, TreePath> declarations = new HashMap<>();
    private final Map<Element, List<TreePath>> values = new HashMap<>();
    private final Map<Element, Integer> uses = new HashMap<>();

    private Variables() {}

    static Variables in(TreePath topLevelClass, Trees trees) {
        Variables variables = new Variables();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
                Element element = trees.getElement(getCurrentPath());
                if (element != null) {
                    variables.declarations.put(element, getCurrentPath());
                    if (variable.getInitializer() != null) {
                        variables.add(element, new TreePath(getCurrentPath(), variable.getInitializer()));
                    }
                }
                return super.visitVariable(variable, null);
            }

            @Override
            public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void none) {
                Element element = trees.getElement(new TreePath(getCurrentPath(), assignment.getVariable()));
                if (element != null) {
                    variables.add(element, new TreePath(getCurrentPath(), assignment.getExpression()));
                }
                return super.visitAssignment(assignment, null);
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void none) {
                if (trees.getElement(getCurrentPath()) instanceof VariableElement variable) {
                    variables.uses.merge(variable, 1, Integer::sum);
                }
                return super.visitIdentifier(name, null);
            }
        }.scan(topLevelClass, null);
        return variables;
    }

    private void add(Element variable, TreePath value) {
        values.computeIfAbsent(variable, v -> new ArrayList<>()).add(value);
    }

    /** Gives the values that this class assigns to a variable, its initialiser first. */
    List<TreePath> values(Element variable) {
        return values.getOrDefault(variable, List.of());
    }

    /** Gives the initialiser of a local variable that is used once, and so is but a name for it; null for any other. */
    @Nullable
    TreePath named(VariableElement variable) {
        boolean local =
                variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.RESOURCE_VARIABLE;
        return local && values(variable).size() == 1 && uses.getOrDefault(variable, 0) == 1
                ? values(variable).get(0)
                : null;
    }

    /** Gives the declaration of a variable of this class; null for one of another class. */
    @Nullable
    TreePath declaration(VariableElement variable) {
        return declarations.get(variable);
    }
}
