package dev.lockproof;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The default ticker and scheduler. */
final class SystemTime {

    static final Ticker TICKER = System::nanoTime;

    /** One thread keeps time and others do the work, so that a slow backend delays nobody else's renewal. */
    static final Scheduler SCHEDULER = systemScheduler();

    private static final int IDLE_SECONDS = 10;

    private SystemTime() {}

    private static Scheduler systemScheduler() {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons("lockproof-worker-"));
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons("lockproof-timer-"));
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return (task, delay) -> timer.schedule(() -> workers.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, prefix + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            // A thread that outlives an application must not keep its class loader through the one that started it.
            thread.setContextClassLoader(null);
            return thread;
        };
    }
}
