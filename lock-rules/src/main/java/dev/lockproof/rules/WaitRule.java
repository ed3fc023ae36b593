package dev.lockproof.rules;

import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/** A lint: no waiting for other threads while a lock is held. */
final class WaitRule {

    private final Code code;
    private final Reporter reporter;

    WaitRule(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
    }

    void check(TreePath call, ExecutableElement executable) {
        if (reporter.isOn(Rule.LINT_WAIT) && code.facts().waits(executable)) {
            Held held = Held.at(call, code);
            if (held != null) {
                reporter.report(waits(call, executable, held), call);
            }
        }
    }

    /** A method reference that runs inline is a call of its surroundings. */
    void checkReference(TreePath reference) {
        ExecutableElement executable = code.executable(reference);
        if (executable != null && InlineCalls.of(reference, code) != null) {
            check(reference, executable);
        }
    }

    private static Message waits(TreePath call, ExecutableElement executable, Held held) {
        return Message.of(
                        Rule.LINT_WAIT,
                        Names.called(call, executable) + " waits for other threads, and " + held
                                + " is held meanwhile.")
                .line(
                        "Everybody else waits for the lock as long; its lease may run out; and if what is waited for needs"
                                + " a lock, it may never come.")
                .line("Wait before the try block or after it. To wait here on purpose, suppress it with a reason:")
                .line("@SuppressWarnings(\"" + Rule.LINT_WAIT.suppressionKey() + "\").");
    }
}
