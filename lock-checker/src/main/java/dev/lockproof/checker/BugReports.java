package dev.lockproof.checker;

import java.util.function.Consumer;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the framework and the user when one of us has a bug.
 *
 * <p>The framework prints its stack traces as errors. Here they become one warning that says which class was not
 * checked and where to report it, and the compilation goes on. Our own errors don't come this way.
 */
final class BugReports implements Messager {

    private final Messager messager;
    private final Consumer<String> bugs;

    /**
     * Stands in for a messager.
     *
     * @param bugs takes what went wrong, in one line
     */
    BugReports(Messager messager, Consumer<String> bugs) {
        this.messager = messager;
        this.bugs = bugs;
    }

    @Override
    public void printMessage(Kind kind, CharSequence message) {
        if (kind == Kind.ERROR) {
            bugs.accept(firstLines(message.toString()));
        } else {
            // A warning of the framework, such as that memory is short, must not fail a build that allows none.
            messager.printMessage(kind == Kind.WARNING ? Kind.NOTE : kind, message);
        }
    }

    /** The framework says what happened first, and the exception with its first frame further down. */
    private static String firstLines(String message) {
        String first = message.lines().findFirst().orElse("");
        return message.lines()
                .map(String::trim)
                .filter(line -> line.startsWith("Exception: ") || line.startsWith("Underlying Exception: "))
                .findFirst()
                .map(exception -> first + " " + exception)
                .orElse(first);
    }

    @Override
    public void printMessage(Kind kind, CharSequence message, @Nullable Element element) {
        messager.printMessage(kind, message, element);
    }

    @Override
    public void printMessage(
            Kind kind, CharSequence message, @Nullable Element element, @Nullable AnnotationMirror annotation) {
        messager.printMessage(kind, message, element, annotation);
    }

    @Override
    public void printMessage(
            Kind kind,
            CharSequence message,
            @Nullable Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue value) {
        messager.printMessage(kind, message, element, annotation, value);
    }
}
