package dev.lockproof.checker;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Collects our errors and hands them to the compiler, except those that a {@code @SuppressWarnings} around the place asks to be
 * spared. Whoever tries something out can take back what it led to.
 */
final class Faults {

    private final Trees trees;
    private List<Fault> found = new ArrayList<>();

    Faults(Trees trees) {
        this.trees = trees;
    }

    void report(TreePath around, Tree place, QualifierRule rule, String text) {
        if (!isSuppressed(around, rule)) {
            String message = "[" + rule.id() + "] " + text + "\nSee " + rule.page();
            found.add(new Fault(around.getCompilationUnit(), place, message));
        }
    }

    /** Gives what a step finds, and keeps it for nobody else unless the step fails. */
    List<Fault> during(Runnable step) {
        List<Fault> before = found;
        List<Fault> during = new ArrayList<>();
        found = during;
        boolean ended = false;
        try {
            step.run();
            ended = true;
        } finally {
            found = before;
            if (!ended) {
                before.addAll(during);
            }
        }
        return during;
    }

    void addAll(List<Fault> faults) {
        found.addAll(faults);
    }

    void print() {
        found.forEach(fault -> trees.printMessage(Diagnostic.Kind.ERROR, fault.message(), fault.place(), fault.unit()));
        found.clear();
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

    /** An error of ours that the compiler hasn't been told of. */
    record Fault(CompilationUnitTree unit, Tree place, String message) {}
}
