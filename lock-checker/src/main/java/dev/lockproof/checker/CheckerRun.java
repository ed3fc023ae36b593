package dev.lockproof.checker;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.lockproof.rules.BugReport;
import dev.lockproof.rules.Rule;
import dev.lockproof.rules.Rules;
import java.util.function.BooleanSupplier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Runs the framework's checker inside a compilation, in place of javac's annotation processing.
 *
 * <p>The framework takes a while to load and to read what it knows of the JDK, so it is only started for the first class
 * that has anything to do with locks or entities. A class that hasn't is left alone: neither the qualifiers nor the
 * rules could say anything about it.
 *
 * <p>The checker runs the rules with each class, see {@link LockproofVisitor}. The framework gives up after an error of
 * javac's own; the rules go on, so they are called once more for the classes that it left out. All classes in which the
 * rules can find a fault take their turn in the framework, which would take an error in between for one of javac's.
 */
final class CheckerRun implements CheckerStart.ClassCheck {

    private final JavacTask task;
    private final Rules rules;
    private final QualifiedDeclarations declarations = new QualifiedDeclarations();
    private final Relevance relevance;
    private boolean started;
    private @Nullable LockproofChecker checker;

    private CheckerRun(JavacTask task) {
        this.task = task;
        this.rules = Rules.of(task);
        this.relevance = new Relevance(Trees.instance(task), new EntityTypes(task.getTypes()), declarations);
    }

    /** Prepares the checker of a compilation: from now on the rules of the plugin are left to it. */
    static CheckerRun of(JavacTask task) {
        CheckerRun run = new CheckerRun(task);
        // It sees every cast that adds a qualifier, not only those that spell it out.
        run.rules.handOver(Rule.LOCKED_CAST);
        return run;
    }

    @Override
    public void check(TypeElement type, TreePath path) {
        rules.unchecked().guarded(path, () -> checkInTurn(type, path));
        rules.check(path);
    }

    private void checkInTurn(TypeElement type, TreePath path) {
        boolean hasQualifiers = mayMatter(() -> relevance.matters(path));
        if (hasQualifiers || mayMatter(() -> rules.canMatter(path))) {
            if (!started) {
                started = true;
                start(path);
            }
            if (checker != null && checker.isStarted()) {
                checker.check(type, path, hasQualifiers);
            }
        }
    }

    /** A quick look that fails finds what may matter: whoever looks closely says what is wrong with it. */
    private static boolean mayMatter(BooleanSupplier quickLook) {
        try {
            return quickLook.getAsBoolean();
        } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError bug) {
            return true;
        }
    }

    private void start(TreePath first) {
        try {
            LockproofChecker starting = new LockproofChecker(rules, declarations, first);
            starting.init(JavacAccess.environment(task));
            starting.typeProcessingStart();
            checker = starting;
        } catch (RuntimeException | LinkageError | AssertionError | VirtualMachineError bug) {
            rules.unchecked().report(first, CheckerStart.QUALIFIERS, BugReport.cause(bug));
        }
    }
}
