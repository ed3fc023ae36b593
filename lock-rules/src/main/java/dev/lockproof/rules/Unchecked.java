package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Set;
import javax.tools.Diagnostic;

/**
 * Says what was not checked because of a fault of ours, once for each class: where one of us fails, the others often do for
 * the same reason.
 */
public final class Unchecked {

    private final Trees trees;
    private final Set<Tree> told = new HashSet<>();

    Unchecked(Trees trees) {
        this.trees = trees;
    }

    /**
     * Does something with a class. A fault of ours must not stop the user's compilation, and must not look as if the class
     * had been checked, so it becomes a message.
     *
     * @param topLevelClass the path of a top-level class
     * @param action what to do
     */
    public void guarded(TreePath topLevelClass, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError bug) {
            report(topLevelClass, BugReport.cause(bug));
        }
    }

    /**
     * Says that a class was not checked, unless that was said before.
     *
     * @param topLevelClass the path of a top-level class
     * @param cause what went wrong, in one line
     */
    public void report(TreePath topLevelClass, String cause) {
        if (told.add(topLevelClass.getLeaf())) {
            report(topLevelClass, name(topLevelClass), cause);
        }
    }

    /**
     * Says that something was not checked in all classes.
     *
     * @param place the path of the first class
     * @param what what was not checked
     * @param cause what went wrong, in one line
     */
    public void report(TreePath place, String what, String cause) {
        trees.printMessage(
                Diagnostic.Kind.MANDATORY_WARNING,
                BugReport.text(what, cause),
                place.getLeaf(),
                place.getCompilationUnit());
    }

    private static String name(TreePath topLevelClass) {
        CompilationUnitTree unit = topLevelClass.getCompilationUnit();
        String owner = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        return topLevelClass.getLeaf() instanceof ClassTree type ? owner + type.getSimpleName() : "this class";
    }
}
