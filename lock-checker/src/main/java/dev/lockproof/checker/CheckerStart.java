package dev.lockproof.checker;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
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
    private @Nullable ClassFeed checker;

    CheckerStart(JavacTask task) {
        this.task = task;
    }

    /** Comes before the framework's own listener, which is told of the class when its analysis has finished. */
    @Override
    public void started(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null && isClass(type)) {
            try {
                expect(type, event);
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError bug) {
                String text = BugReport.text("this compilation", BugReport.cause(bug));
                print(Diagnostic.Kind.MANDATORY_WARNING, text, event);
            }
        }
    }

    /** For a {@code package-info.java}, javac tells of a class that has no name, or, since some version, that one. */
    static boolean isClass(TypeElement type) {
        return !type.getQualifiedName().isEmpty()
                && !type.getSimpleName().toString().endsWith("-info");
    }

    private void expect(TypeElement type, TaskEvent event) {
        if (!decided) {
            decided = true;
            checker = start(event);
        }
        if (checker != null) {
            checker.expect(type);
        }
    }

    private @Nullable ClassFeed start(TaskEvent event) {
        if (task.getElements().getTypeElement("dev.lockproof.annotations.Locked") == null) {
            return null;
        }
        List<String> missing = JavacAccess.missing();
        if (missing.isEmpty()) {
            return CheckerRun.start(task);
        }
        print(Diagnostic.Kind.ERROR, JavacAccess.message(missing), event);
        return null;
    }

    private void print(Diagnostic.Kind kind, String message, TaskEvent event) {
        Trees.instance(task).printMessage(kind, message, event.getCompilationUnit(), event.getCompilationUnit());
    }

    /** Takes the classes that are to be checked. */
    interface ClassFeed {
        void expect(TypeElement type);
    }
}
