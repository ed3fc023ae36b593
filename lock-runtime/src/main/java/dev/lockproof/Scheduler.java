package dev.lockproof;

import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Runs tasks later, on threads of its own. Used to renew leases and to tell that one was lost.
 *
 * <p>Implementations are thread-safe. A {@link java.util.concurrent.ScheduledExecutorService} is adapted by
 * {@code (task, delay) -> executor.schedule(task, delay.toNanos(), NANOSECONDS)}.
 */
@FunctionalInterface
public interface Scheduler {

    /**
     * Runs a task after a delay. The task may block for as long as the lock backend takes to answer.
     *
     * @param task the task; never throws
     * @param delay how long to wait; zero or more
     * @return a handle to cancel the task before it runs
     */
    Future<?> schedule(Runnable task, Duration delay);

    /**
     * Gives the scheduler that all services share unless they have their own. Its threads are daemons, are started on
     * demand, and end when there is nothing to do.
     *
     * @return the shared scheduler
     */
    static Scheduler system() {
        return SystemTime.SCHEDULER;
    }
}
