package dev.lockproof.checker;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.lockproof.rules.Rule;
import dev.lockproof.rules.Rules;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Runs the framework's checker inside a compilation, in place of javac's annotation processing.
 *
 * <p>The checker runs the rules with each class, see {@link LockproofVisitor}. The framework gives up after an error of
 * javac's own; the rules go on, so they are called once more for the classes that it left out.
 */
final class CheckerRun {

    private CheckerRun() {}

    static CheckerStart.ClassFeed start(JavacTask task) {
        Rules rules = Rules.of(task);
        // It sees every cast that adds a qualifier, not only those that spell it out.
        rules.handOver(Rule.LOCKED_CAST);
        LockproofChecker checker = new LockproofChecker(rules);
        checker.init(JavacAccess.environment(task));
        task.addTaskListener(new LeftOut(rules, Trees.instance(task)));
        return type -> checker.process(Set.of(), new OneClassRound(type));
    }

    /** Registered after the framework's own listener, so that it comes after it. */
    private record LeftOut(Rules rules, Trees trees) implements TaskListener {

        @Override
        public void finished(TaskEvent event) {
            TypeElement type = event.getTypeElement();
            if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null && CheckerStart.isClass(type)) {
                TreePath path = trees.getPath(type);
                if (path != null) {
                    rules.check(path);
                }
            }
        }
    }
}
