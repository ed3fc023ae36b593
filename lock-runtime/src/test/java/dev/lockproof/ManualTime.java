package dev.lockproof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** A ticker and a scheduler that a test moves. Starts shortly before the largest long, because readings may overflow. */
final class ManualTime implements Ticker, Scheduler {

    private record Entry(long at, FutureTask<?> task) {}

    private final List<Entry> entries = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1_000;

    @Override
    public synchronized long read() {
        return now;
    }

    @Override
    public synchronized Future<?> schedule(Runnable task, Duration delay) {
        FutureTask<?> future = new FutureTask<>(task, null);
        entries.add(new Entry(now + delay.toNanos(), future));
        return future;
    }

    /** Lets time pass, and runs what is due, each at its time. */
    void advance(Duration time) {
        long end = read() + time.toNanos();
        for (Entry next = takeDueBy(end); next != null; next = takeDueBy(end)) {
            next.task().run();
        }
        moveTo(end);
    }

    /** Lets time pass while the scheduler is stuck. */
    synchronized void pass(Duration time) {
        now += time.toNanos();
    }

    /** Counts what is still to be run. */
    synchronized int scheduled() {
        entries.removeIf(entry -> entry.task().isDone());
        return entries.size();
    }

    private synchronized Entry takeDueBy(long end) {
        Entry next = entries.stream()
                .min(Comparator.comparingLong(entry -> entry.at() - now))
                .orElse(null);
        if (next == null || next.at() - end > 0) {
            return null;
        }
        entries.remove(next);
        moveTo(next.at());
        return next;
    }

    private synchronized void moveTo(long moment) {
        if (moment - now > 0) {
            now = moment;
        }
    }
}
