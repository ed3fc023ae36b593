package dev.lockproof.rules;

import com.google.auto.service.AutoService;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        task.addTaskListener(new Analyzed(rules, Trees.instance(task), new ArrayList<>()));
    }

    /**
     * Checks classes as the compiler is done with attributing them. It doesn't get there where generated types are missing,
     * so entities are looked at before, too: when all processors have run.
     */
    private record Analyzed(Rules rules, Trees trees, List<CompilationUnitTree> parsed) implements TaskListener {

        @Override
        public void finished(TaskEvent event) {
            switch (event.getKind()) {
                case PARSE -> parsed.add(event.getCompilationUnit());
                case ANNOTATION_PROCESSING -> {
                    parsed.forEach(this::checkGenerated);
                    parsed.clear();
                }
                case ANALYZE -> {
                    parsed.clear();
                    Tree tree = event.getTypeElement() == null ? null : trees.getTree(event.getTypeElement());
                    if (tree != null) {
                        check(new TreePath(new TreePath(event.getCompilationUnit()), tree));
                    }
                }
                default -> {}
            }
        }

        private void check(TreePath topLevelClass) {
            rules.checkGenerated(topLevelClass);
            rules.checkForPlugin(topLevelClass);
        }

        private void checkGenerated(CompilationUnitTree unit) {
            for (Tree tree : unit.getTypeDecls()) {
                rules.checkGenerated(new TreePath(new TreePath(unit), tree));
            }
        }
    }
}
