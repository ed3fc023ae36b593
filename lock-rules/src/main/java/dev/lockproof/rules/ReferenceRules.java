package dev.lockproof.rules;

import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/** A method reference is a call that happens where its interface is called. */
final class ReferenceRules {

    private final Code code;
    private final Reporter reporter;
    private final AcquireRules acquire;

    ReferenceRules(Code code, Reporter reporter, AcquireRules acquire) {
        this.code = code;
        this.reporter = reporter;
        this.acquire = acquire;
    }

    void check(TreePath path) {
        ExecutableElement method = code.executable(path);
        if (method == null || !code.acquires(method)) {
            return;
        }
        ExecutableElement functional = code.functionalMethod(path);
        Call host = InlineCalls.of(path, code);
        if (functional != null && code.facts().acquires(functional)) {
            if (code.facts().isProof(method.getReturnType()) && !code.facts().isProof(functional.getReturnType())) {
                reporter.report(unreleased(path, method, functional), path);
            }
        } else if (host != null && !InlineCalls.runsOthers(path, code)) {
            acquire.checkInlineReference(path, method, host);
        } else {
            reporter.report(
                    reference(path, method, functional == null ? "its interface" : Names.qualified(functional)), path);
        }
    }

    private Message reference(TreePath path, ExecutableElement method, String functional) {
        Message message = Message.of(
                Rule.EFFECT_METHODREF,
                Names.called(path, method) + " takes a lock, and " + functional
                        + ", which this reference implements, doesn't say that it takes one.");
        String call = Names.quoted(path, method);
        return code.facts().isProof(method.getReturnType())
                ? message.line("Whoever calls it may hold a lock at that time, and nobody would release this one.")
                        .line("Take it where it is used: try (var locked = " + call + ") { … }.")
                : message.line("Whoever calls it may hold a lock at that time. If another thread calls it, pass"
                                + " Locks.detached(…),")
                        .line("or call " + call + " directly, or use an interface whose method is marked"
                                + " @AcquiresLock.");
    }

    private static Message unreleased(TreePath path, ExecutableElement method, ExecutableElement functional) {
        return Message.of(
                        Rule.ACQUIRE_NOT_RESOURCE,
                        Names.called(path, method) + " hands out a lock, and " + Names.qualified(functional)
                                + " doesn't hand it on as a proof, so nobody releases it.")
                .line("Make it the resource of a try, in a lambda: try (var locked = " + Names.quoted(path, method)
                        + ") { … },")
                .line("or use an interface whose method returns the proof.");
    }
}
