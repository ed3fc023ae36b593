package dev.lockproof.checker;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Arrays;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Hands our errors to the compiler, except those that a {@code @SuppressWarnings} around the place asks to be spared. */
final class Faults {

    private final Trees trees;

    Faults(Trees trees) {
        this.trees = trees;
    }

    void report(TreePath around, Tree place, QualifierRule rule, String text) {
        if (!isSuppressed(around, rule)) {
            String message = "[" + rule.id() + "] " + text + "\nSee " + rule.page();
            trees.printMessage(Diagnostic.Kind.ERROR, message, place, around.getCompilationUnit());
        }
    }

    private boolean isSuppressed(TreePath around, QualifierRule rule) {
        for (TreePath path = around; path != null; path = path.getParentPath()) {
            Tree tree = path.getLeaf();
            boolean declaration =
                    tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
            if (declaration && suppresses(trees.getElement(path), rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean suppresses(@Nullable Element element, QualifierRule rule) {
        SuppressWarnings suppressed = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        return suppressed != null && Arrays.asList(suppressed.value()).contains("lockproof:" + rule.id());
    }
}
