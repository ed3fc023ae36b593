package dev.lockproof.checker;

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
            guarded(event, () -> checker = start(event));
        }
    }

    @Override
    public void finished(TaskEvent event) {
        ClassCheck check = checker;
        TypeElement type = event.getTypeElement();
        if (check == null || type == null || !isClass(event)) {
            return;
        }
        guarded(event, () -> {
            TreePath path = Trees.instance(task).getPath(type);
            if (path != null) {
                check.check(type, path);
            }
        });
    }

    /** For a {@code package-info.java}, javac tells of a class that has no name, or, since some version, that one. */
    private static boolean isClass(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        return event.getKind() == TaskEvent.Kind.ANALYZE
                && type != null
                && !type.getQualifiedName().isEmpty()
                && !type.getSimpleName().toString().endsWith("-info");
    }

    private void guarded(TaskEvent event, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError bug) {
            TypeElement type = event.getTypeElement();
            String what = checker == null || type == null
                    ? "this compilation"
                    : type.getQualifiedName().toString();
            print(Diagnostic.Kind.MANDATORY_WARNING, BugReport.text(what, BugReport.cause(bug)), event);
        }
    }

    private @Nullable ClassCheck start(TaskEvent event) {
        if (task.getElements().getTypeElement("dev.lockproof.annotations.Locked") == null) {
            return null;
        }
        List<String> missing = JavacAccess.missing();
        if (missing.isEmpty()) {
            return CheckerRun.of(task);
        }
        print(Diagnostic.Kind.ERROR, JavacAccess.message(missing), event);
        return null;
    }

    private void print(Diagnostic.Kind kind, String message, TaskEvent event) {
        Trees.instance(task).printMessage(kind, message, event.getCompilationUnit(), event.getCompilationUnit());
    }

    /** Takes the classes that javac has analysed. */
    interface ClassCheck {
        void check(TypeElement type, TreePath path);
    }
}
