package dev.lockproof.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what other threads do in a test. */
final class Threads {

    private static final long LIMIT_SECONDS = 30;
    private static final long MOMENT_MILLIS = 150;

    private Threads() {}

    /** Work on a thread of its own. */
    static final class Work<V> extends FutureTask<V> {

        private final Thread thread = new Thread(this, "other");

        private Work(Callable<V> work) {
            super(work);
            thread.setDaemon(true);
        }

        /** Returns when the thread waits for something, such as its turn, and fails if the work is done before. */
        void awaitWait() {
            Eventually.until("the thread " + thread.getName() + " waits", () -> isDone() || isWaiting());
            if (isDone()) {
                throw new AssertionError("The other thread did not wait, but gave " + resultOf(this));
            }
        }

        private boolean isWaiting() {
            Thread.State state = thread.getState();
            return state == Thread.State.TIMED_WAITING || state == Thread.State.WAITING;
        }

        void interrupt() {
            thread.interrupt();
        }
    }

    /** Starts work on a thread of its own. */
    static <V> Work<V> start(Callable<V> work) {
        Work<V> started = new Work<>(work);
        started.thread.start();
        return started;
    }

    /** Gives the result of work on a thread of its own. */
    static <V> V elsewhere(Callable<V> work) {
        return resultOf(start(work));
    }

    /** Waits for a result. */
    static <V> V resultOf(FutureTask<V> task) {
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("The other thread failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("The other thread is stuck", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Tells whether work is still going on when it had a moment to finish. */
    static boolean isStuckForAMoment(FutureTask<?> task) {
        try {
            task.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        } catch (ExecutionException e) {
            throw new AssertionError("The other thread failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Runs work on several threads that start together, and gives their results. */
    static <V> List<V> together(int threads, Callable<V> work) {
        CountDownLatch go = new CountDownLatch(1);
        List<FutureTask<V>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            tasks.add(start(() -> {
                await(go);
                return work.call();
            }));
        }
        go.countDown();
        return tasks.stream().map(Threads::resultOf).toList();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The other thread did not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
