package dev.lockproof.rules;

import com.google.auto.service.AutoService;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Arrays;
import javax.lang.model.element.TypeElement;

/**
 * Runs the rules in every compilation that has this jar on its processor path. It starts by itself and needs no flag,
 * also where another processor claims all annotations, and with {@code -proc:none}.
 *
 * <p>{@code -Alockproof.rules=off} turns it off where annotation processors run; {@code -Xplugin:Lockproof off} does so
 * everywhere.
 */
@AutoService(Plugin.class)
public final class RulesPlugin implements Plugin {

    static final String OFF = "off";

    /** For the compiler. */
    public RulesPlugin() {}

    @Override
    public String getName() {
        return "Lockproof";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... args) {
        Rules rules = Rules.of(task);
        if (Arrays.asList(args).contains(OFF)) {
            rules.turnOff();
        }
        task.addTaskListener(new Analyzed(rules, Trees.instance(task)));
    }

    /** Checks classes as the compiler is done with attributing them. */
    private record Analyzed(Rules rules, Trees trees) implements TaskListener {

        @Override
        public void finished(TaskEvent event) {
            TypeElement type = event.getTypeElement();
            if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
                Tree tree = trees.getTree(type);
                if (tree != null) {
                    rules.checkGenerated(type, tree, event.getCompilationUnit());
                    rules.checkForPlugin(new TreePath(new TreePath(event.getCompilationUnit()), tree));
                }
            }
        }
    }
}
