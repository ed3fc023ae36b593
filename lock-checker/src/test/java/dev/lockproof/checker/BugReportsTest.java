package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.BugReport;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

class BugReportsTest {

    private final List<String> printed = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final BugReports bugs = new BugReports(new Recorder(), causes::add);

    @Test
    void turnsTheFrameworksStackTraceIntoOneLine() {
        bugs.printMessage(Kind.ERROR, """
                SourceChecker.typeProcess: unexpected Throwable (NullPointerException)
                ; The Checker Framework crashed.  Please report the crash.
                Compilation unit: Payments.java
                Exception: java.lang.NullPointerException; java.lang.NullPointerException
                \tat org.checkerframework.framework.Foo.bar(Foo.java:1)
                """);
        assertThat(causes)
                .containsExactly("SourceChecker.typeProcess: unexpected Throwable (NullPointerException)"
                        + " Exception: java.lang.NullPointerException; java.lang.NullPointerException");
        assertThat(printed).isEmpty();
    }

    @Test
    void letsOtherMessagesThrough() {
        bugs.printMessage(Kind.NOTE, "Checker Framework 4");
        assertThat(printed).containsExactly("NOTE Checker Framework 4");
    }

    @Test
    void makesANoteOfTheFrameworksWarnings() {
        bugs.printMessage(Kind.WARNING, "Memory constraints are impeding performance");
        assertThat(printed).containsExactly("NOTE Memory constraints are impeding performance");
    }

    @Test
    void saysWhereAnExceptionWasThrown() {
        assertThat(BugReport.cause(new IllegalStateException("no")))
                .startsWith("java.lang.IllegalStateException: no at ")
                .contains("BugReportsTest");
    }

    private final class Recorder implements Messager {

        @Override
        public void printMessage(Kind kind, CharSequence message) {
            printed.add(kind + " " + message);
        }

        @Override
        public void printMessage(Kind kind, CharSequence message, Element element) {
            printMessage(kind, message);
        }

        @Override
        public void printMessage(Kind kind, CharSequence message, Element element, AnnotationMirror annotation) {
            printMessage(kind, message);
        }

        @Override
        public void printMessage(
                Kind kind, CharSequence message, Element element, AnnotationMirror annotation, AnnotationValue value) {
            printMessage(kind, message);
        }
    }
}
