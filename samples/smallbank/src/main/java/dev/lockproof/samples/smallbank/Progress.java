package dev.lockproof.samples.smallbank;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Prints how far the run is, once a second. */
final class Progress {

    private final PrintWriter out;
    private long lastPrinted = System.nanoTime();
    private long lastFinished;

    Progress(PrintWriter out) {
        this.out = out;
    }

    /** Says how many customers are loaded, if a second has passed since the last time, or it is all of them. */
    void loaded(int count, int all) {
        long now = System.nanoTime();
        if (count == all || now - lastPrinted >= TimeUnit.SECONDS.toNanos(1)) {
            lastPrinted = now;
            line("loaded %,d of %,d customers", count, all);
        }
    }

    /** Says how many procedures were run up to a second. */
    void running(int second, int seconds, long finished) {
        line(
                "%4d of %d s %,15d procedures %,12d in the last second",
                second, seconds, finished, finished - lastFinished);
        lastFinished = finished;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
