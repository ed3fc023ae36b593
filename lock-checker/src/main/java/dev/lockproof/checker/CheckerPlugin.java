package dev.lockproof.checker;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/**
 * Starts the checker in every compilation that has this jar on its processor path.
 *
 * <p>It is a plugin, not an annotation processor: javac skips processors silently when another one has claimed all
 * annotations, when a build names its processors, or with {@code -proc:none}. A plugin always runs.
 */
@AutoService(Plugin.class)
public final class CheckerPlugin implements Plugin {

    /** Makes the plugin, as javac asks for. */
    public CheckerPlugin() {}

    @Override
    public String getName() {
        return "LockproofChecker";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        task.addTaskListener(new CheckerStart(task));
    }
}
