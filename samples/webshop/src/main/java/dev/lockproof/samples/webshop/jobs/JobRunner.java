package dev.lockproof.samples.webshop.jobs;

import dev.lockproof.Locks;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs jobs again and again, on a thread of its own.
 *
 * <p>A job takes locks, and an executor's {@code Runnable} may be run by anybody. {@code Locks.detached} makes one of it
 * that looks, before it starts, whether its thread holds a lock.
 */
public final class JobRunner implements AutoCloseable {

    private final ScheduledExecutorService scheduler;
    private final Consumer<String> log;

    /**
     * Makes a runner.
     *
     * @param log where it tells what was done
     */
    public JobRunner(Consumer<String> log) {
        this.scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "jobs");
            thread.setDaemon(true);
            return thread;
        });
        this.log = log;
    }

    /**
     * Runs a job from now on.
     *
     * @param job the job
     * @param pause between the end of one run and the beginning of the next
     */
    public void every(Duration pause, Job job) {
        Runnable task = Locks.detached(() -> run(job));
        ScheduledFuture<?> unused =
                scheduler.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What a job throws would silently end it. */
    private void run(Job job) {
        try {
            log.accept(job.name() + ": " + job.run());
        } catch (RuntimeException e) {
            log.accept(job.name() + " failed: " + e);
        }
    }

    /** Lets the job that runs come to its end, and starts none any more. */
    @Override
    public void close() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(1, TimeUnit.MINUTES)) {
                log.accept("A job is still running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
