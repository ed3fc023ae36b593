package dev.lockproof;

import dev.lockproof.annotations.AcquiresLock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Hands tasks that take locks to other threads. */
public final class Locks {

    private Locks() {}

    /**
     * Turns a task that takes locks into one that an executor accepts.
     *
     * <p>The compiler can't know on which thread an executor runs a task, so this is checked when the task starts: it
     * throws {@link NestedAcquisitionException} on a thread that already holds a lock, as an executor that runs rejected
     * tasks in the caller would make it.
     *
     * <p>Java takes a lambda that never ends, such as {@code () -> { while (true) { … } }}, for one that gives a result. Pass
     * a reference to a method instead, {@code Locks.detached(this::poll)}.
     *
     * @param task the task
     * @return the task with the check in front of it
     */
    public static Runnable detached(AcquiringTask task) {
        return new DetachedTask(task);
    }

    /**
     * Turns a task that takes locks into one that an executor accepts.
     *
     * <p>The compiler can't know on which thread an executor runs a task, so this is checked when the task starts: it
     * throws {@link NestedAcquisitionException} on a thread that already holds a lock, as an executor that runs rejected
     * tasks in the caller would make it.
     *
     * @param task the task
     * @param <V> the type of its result
     * @return the task with the check in front of it
     */
    public static <V extends @Nullable Object> Callable<V> detached(AcquiringCallable<V> task) {
        return new DetachedCallable<>(task);
    }

    /** A task that takes locks. */
    @FunctionalInterface
    public interface AcquiringTask {

        /** Runs the task. */
        @AcquiresLock
        void run();
    }

    /**
     * A task that takes locks and gives a result.
     *
     * @param <V> the type of the result
     */
    @FunctionalInterface
    public interface AcquiringCallable<V extends @Nullable Object> {

        /**
         * Runs the task.
         *
         * @return the result
         * @throws Exception if it fails
         */
        @AcquiresLock
        V call() throws Exception;
    }

    private record DetachedTask(AcquiringTask task) implements Runnable {
        @Override
        public void run() {
            Scope.refuseIfOpen();
            task.run();
        }
    }

    private record DetachedCallable<V extends @Nullable Object>(AcquiringCallable<V> task) implements Callable<V> {
        @Override
        public V call() throws Exception {
            Scope.refuseIfOpen();
            return task.call();
        }
    }
}
