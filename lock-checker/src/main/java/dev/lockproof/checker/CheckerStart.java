package dev.lockproof.checker;

import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.lockproof.rules.BugReport;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Starts the checker with the first class that javac analyses, if it can run and has anything to check.
 *
 * <p>Names no class of the framework or of javac's internals, so that it can say what is missing where they can't be
 * linked.
 */
final class CheckerStart implements TaskListener {

    /** What stays unchecked where the checker can't start. */
    static final String QUALIFIERS = "the qualifiers of this compilation, such as @Locked";

    private final JavacTask task;
    private boolean decided;
    private @Nullable ClassCheck checker;

    CheckerStart(JavacTask task) {
        this.task = task;
    }

    /** Decides before the first class is finished, when the rules of the plugin would check it. */
    @Override
    public void started(TaskEvent event) {
        if (!decided && isClass(event)) {
            decided = true;
            start(event);
        }
    }

    @Override
    public void finished(TaskEvent event) {
        ClassCheck check = checker;
        TypeElement type = event.getTypeElement();
        if (check == null || type == null || !isClass(event)) {
            return;
        }
        // Without a search for the path: it would go through the classes before this one in its file, however deep.
        Tree tree = Trees.instance(task).getTree(type);
        if (tree != null) {
            TreePath path = new TreePath(new TreePath(event.getCompilationUnit()), tree);
            try {
                check.check(type, path);
            } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError bug) {
                // Only if the rules can't even be asked to say so, as when they are of another version.
                String text = BugReport.text(type.getQualifiedName().toString(), BugReport.cause(bug));
                print(Diagnostic.Kind.MANDATORY_WARNING, text, event);
            }
        }
    }

    /** For a {@code package-info.java}, javac tells of a class that has no name, or, since some version, that one. */
    private static boolean isClass(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        return event.getKind() == TaskEvent.Kind.ANALYZE
                && type != null
                && !type.getQualifiedName().isEmpty()
                && !type.getSimpleName().toString().endsWith("-info");
    }

    /** The rules go on if this fails: they are only handed over to a checker that is ready. */
    private void start(TaskEvent event) {
        try {
            if (task.getElements().getTypeElement("dev.lockproof.annotations.Locked") != null) {
                startWithLocks(event);
            }
        } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError bug) {
            print(Diagnostic.Kind.MANDATORY_WARNING, BugReport.text(QUALIFIERS, BugReport.cause(bug)), event);
        }
    }

    private void startWithLocks(TaskEvent event) {
        List<String> missing = JavacAccess.missing();
        if (missing.isEmpty()) {
            checker = CheckerRun.of(task);
        } else {
            print(Diagnostic.Kind.ERROR, JavacAccess.message(missing), event);
        }
    }

    private void print(Diagnostic.Kind kind, String message, TaskEvent event) {
        Trees.instance(task).printMessage(kind, message, event.getCompilationUnit(), event.getCompilationUnit());
    }

    /** Takes the classes that javac has analysed. */
    interface ClassCheck {
        void check(TypeElement type, TreePath path);
    }
}
