package dev.lockproof.testservers;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Work on another thread, as of somebody else who wants the same lock. */
public final class Background {

    private static final long LIMIT_SECONDS = 40;

    private Background() {}

    /** Starts work on a thread of its own, which no JVM waits for. */
    public static <V> FutureTask<V> start(Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "other");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Waits for what came of it, and fails if nothing does within 40 s. */
    public static <V> V resultOf(FutureTask<V> task) {
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
