package dev.lockproof.processor;

import dev.lockproof.rules.BugReport;
import javax.lang.model.element.Element;

/** Stands between the user and a bug of ours: it becomes one message, and the compilation goes on. */
final class Bugs {

    private Bugs() {}

    static void guard(Element element, Reporter reporter, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError e) {
            if (isCompilers(e)) {
                throw e;
            }
            reporter.report(problem(element, e));
        }
    }

    /** The compiler throws this when a class file is missing, and says so better than we could. */
    private static boolean isCompilers(Throwable e) {
        return e.getClass().getName().endsWith("CompletionFailure");
    }

    private static Problem problem(Element element, Throwable e) {
        return new Problem(
                ErrorId.PROCESSOR_FAILED,
                """
                Lockproof's processor failed on %s. That is a bug in Lockproof, not in your code.
                Please report it, with the source of %s if you can, on the project's issue tracker: %s""".formatted(element.getSimpleName(), element.getSimpleName(), BugReport.cause(e)),
                new Site(element));
    }
}
