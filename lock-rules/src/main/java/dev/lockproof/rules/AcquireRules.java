package dev.lockproof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** What may take a lock, and where: not under another lock, as the resource of a {@code try}, in code that says so. */
final class AcquireRules {

    private final Code code;
    private final Reporter reporter;

    /** The bodies whose missing effect is reported: one annotation settles all their acquisitions. */
    private final Set<Tree> undeclared = new HashSet<>();

    AcquireRules(Code code, Reporter reporter) {
        this.code = code;
        this.reporter = reporter;
    }

    void check(Call call) {
        if (code.acquires(call.executable())) {
            check(call.path(), call.executable(), code.givesProof(call), Held.at(call.path(), code));
        }
    }

    /** Checks a method reference that runs inline: it is a call of its surroundings. */
    void checkInlineReference(TreePath reference, ExecutableElement executable, Call host) {
        if (code.acquires(executable)) {
            Held held = Held.at(reference, code);
            boolean givesProof = code.facts().isProof(executable.getReturnType());
            check(reference, executable, givesProof, held != null ? held : Held.byHost(host, code));
        }
    }

    private void check(TreePath where, ExecutableElement executable, boolean givesProof, @Nullable Held held) {
        Body body = Body.of(where, code);
        if (held != null) {
            reporter.report(nested(where, executable, givesProof, held), where);
        } else if (body.kind() == Body.Kind.INITIALIZER) {
            reporter.report(initializer(where, executable), where);
        } else if (givesProof && !isReleased(where, body)) {
            reporter.report(notResource(where, executable), where);
        } else if (givesProof && isResult(where) && endsLater(where, body)) {
            reporter.report(returnedTooEarly(where, executable), where);
        } else if (!body.mayAcquire(code) && undeclared.add(body.path().getLeaf())) {
            reportUndeclared(where, executable, body);
        }
    }

    /** An acquisition is released if a {@code try} closes it, or if the caller gets it and so has to. */
    private boolean isReleased(TreePath acquisition, Body body) {
        TreePath path = Paths.outside(acquisition);
        Tree user = Paths.parent(path);
        if (user instanceof VariableTree) {
            return Paths.parent(path.getParentPath()) instanceof TryTree tried
                    && tried.getResources().contains(user);
        }
        if (user != body.path().getLeaf()
                && resultOf(path.getParentPath()) != body.path().getLeaf()) {
            return false;
        }
        ExecutableElement method = body.method();
        // Where the body must not take locks at all, that is the fault to report.
        return isResult(acquisition)
                && method != null
                && (code.facts().isProof(method.getReturnType()) || !body.mayAcquire(code));
    }

    private static boolean isResult(TreePath acquisition) {
        Tree user = Paths.parent(Paths.outside(acquisition));
        return user instanceof ReturnTree || user instanceof LambdaExpressionTree;
    }

    /**
     * Tells whether code runs between an acquisition and the return of its proof: a {@code finally} block, or the end of a
     * resource. It could take another lock, fail, or return something else, and then nobody releases this one.
     */
    private static boolean endsLater(TreePath acquisition, Body body) {
        TreePath child = acquisition;
        for (TreePath path = acquisition.getParentPath();
                path.getLeaf() != body.path().getLeaf();
                path = path.getParentPath()) {
            if (path.getLeaf() instanceof TryTree tried
                    && child.getLeaf() != tried.getFinallyBlock()
                    && (tried.getFinallyBlock() != null
                            || (child.getLeaf() == tried.getBlock()
                                    && !tried.getResources().isEmpty()))) {
                return true;
            }
            child = path;
        }
        return false;
    }

    private static @Nullable Tree resultOf(TreePath returning) {
        for (TreePath path = returning; path != null; path = path.getParentPath()) {
            Tree tree = path.getLeaf();
            if (tree instanceof MethodTree || tree instanceof LambdaExpressionTree || tree instanceof ClassTree) {
                return tree;
            }
        }
        return null;
    }

    private void reportUndeclared(TreePath where, ExecutableElement executable, Body body) {
        if (body.kind() == Body.Kind.LAMBDA) {
            reporter.report(lambda(where, executable, body), where);
            return;
        }
        ExecutableElement method = body.method();
        if (method == null) {
            return;
        }
        Optional<ExecutableElement> overridden = EffectRules.lockFreeOverridden(method, code);
        if (RecordAccessors.isAccessor(method)) {
            reporter.report(EffectRules.accessor(method), where);
        } else if (overridden.isPresent()) {
            reporter.report(EffectRules.override(method, overridden.get(), code), where);
        } else {
            reporter.report(undeclared(where, executable, method), where);
        }
    }

    private Message nested(TreePath where, ExecutableElement executable, boolean givesProof, Held held) {
        Rule rule = givesProof ? Rule.NESTED_ACQUIRE : Rule.NESTED_ACQUIRE_CALL;
        String call = Names.quoted(where, executable);
        Message message = Message.of(
                        rule, Names.called(where, executable) + " takes a lock, and " + held + " already holds one.")
                .line("A second lock while one is held can deadlock. Either take both at once: locks.acquireBoth(…),");
        if (givesProof) {
            return message.line("or move " + call + " after the try block, or into a method that is called there.");
        }
        if (code.declaration(executable) == null) {
            return message.line("or move " + call + " to where no lock is held.");
        }
        return message.line("or call " + call + " after the try block,")
                .line("or give " + Names.of(executable) + " a @Locked parameter so that it needs no lock of its own.");
    }

    private static Message initializer(TreePath where, ExecutableElement executable) {
        return Message.of(
                        Rule.EFFECT_INITIALIZER,
                        Names.called(where, executable) + " takes a lock in an initialiser, which runs whenever the"
                                + " class is first used or an object is made.")
                .line("Nobody can tell whether a lock is held at that time. Move it into a method that is marked"
                        + " @AcquiresLock.");
    }

    private static Message notResource(TreePath where, ExecutableElement executable) {
        return Message.of(
                        Rule.ACQUIRE_NOT_RESOURCE,
                        Names.called(where, executable) + " takes a lock that no try block releases.")
                .line("Make it the resource of a try"
                        + (where.getLeaf() instanceof MemberReferenceTree ? ", in a lambda" : "")
                        + ": try (var locked = " + Names.quoted(where, executable) + ") { … },")
                .line("or hand it on: return it from a method that is marked @AcquiresLock and returns the proof.");
    }

    private static Message returnedTooEarly(TreePath where, ExecutableElement executable) {
        return Message.of(
                        Rule.ACQUIRE_NOT_RESOURCE,
                        Names.called(where, executable) + " takes a lock, and the try statement around it ends before"
                                + " its caller gets it.")
                .line("If a finally block or the end of a resource fails, or takes a lock too, nobody releases this"
                        + " one.")
                .line("Return " + Names.quoted(where, executable) + " after the try statement.");
    }

    private Message lambda(TreePath where, ExecutableElement executable, Body body) {
        String runs = body.method() == null ? "its interface" : Names.qualified(body.method());
        if (InlineCalls.of(body.path(), code) != null) {
            return around(where, executable, runs);
        }
        Message message = Message.of(
                Rule.EFFECT_LAMBDA,
                Names.called(where, executable) + " takes a lock in a lambda, and " + runs
                        + " doesn't say that it takes one.");
        return InlineCalls.askAbout(body.path(), code, message)
                .line("Whoever runs the lambda may hold a lock at that time. If another thread runs it, pass"
                        + " Locks.detached(() -> …),")
                .line("or call " + Names.quoted(where, executable) + " outside the lambda, or use an interface whose"
                        + " method is marked @AcquiresLock.");
    }

    private static Message around(TreePath where, ExecutableElement executable, String runs) {
        return Message.of(
                        Rule.EFFECT_LAMBDA,
                        Names.called(where, executable)
                                + " takes a lock in a lambda that is given a function to run, and " + runs
                                + " doesn't say that it takes one.")
                .line("That function could take another one under it. Call " + Names.quoted(where, executable)
                        + " outside the lambda,")
                .line("or use an interface whose method is marked @AcquiresLock.");
    }

    private static Message undeclared(TreePath where, ExecutableElement executable, ExecutableElement method) {
        return Message.of(
                        Rule.EFFECT_UNDECLARED,
                        Names.called(where, executable) + " takes a lock, and " + Names.of(method) + " doesn't say so.")
                .askAbout(Annotations.ACQUIRES_LOCK, method, Names.of(method))
                .askAbout(Annotations.ACQUIRES_LOCK, Members.owner(method), Names.owner(method))
                .line("A caller that holds a lock has to know. Mark " + Names.of(method) + " with @AcquiresLock,")
                .line("or give it a @Locked parameter and let its caller take the lock.");
    }
}
