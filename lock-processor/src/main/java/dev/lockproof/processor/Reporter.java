package dev.lockproof.processor;

import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** Hands problems to the compiler. */
final class Reporter {

    private final ProcessingEnvironment environment;

    Reporter(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    void report(Problem problem) {
        environment
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.ERROR, problem.text(), problem.site().element());
    }
}
