package dev.lockproof.samples.smallbank;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What was reported as done. Not thread-safe: each thread has its own, and they are added up when all is quiet. */
final class Tally {

    private final Map<Procedure, Line> lines = new EnumMap<>(Procedure.class);
    private long change;
    private long finished;

    void done(Procedure procedure, long nanos, long cents) {
        line(procedure).nanos.recordValue(nanos);
        change += cents;
        finished++;
    }

    void refused(Procedure procedure) {
        line(procedure).refused++;
        finished++;
    }

    void withoutLock(Procedure procedure) {
        line(procedure).withoutLock++;
        finished++;
    }

    void lost(Procedure procedure) {
        line(procedure).lost++;
        finished++;
    }

    void failed(Procedure procedure) {
        line(procedure).failed++;
        finished++;
    }

    void add(Tally other) {
        other.lines.forEach((procedure, line) -> line(procedure).add(line));
        change += other.change;
        finished += other.finished;
    }

    Line line(Procedure procedure) {
        return lines.computeIfAbsent(procedure, p -> new Line());
    }

    /** By how much all that was reported as done changed the sum of the balances, in cents. */
    long change() {
        return change;
    }

    long finished() {
        return finished;
    }

    /** The numbers of one procedure. */
    static final class Line {

        private final Histogram nanos;
        private long refused;
        private long withoutLock;
        private long lost;
        private long failed;

        Line() {
            this(new Histogram(3), 0, 0, 0, 0);
        }

        Line(Histogram nanos, long refused, long withoutLock, long lost, long failed) {
            this.nanos = nanos;
            this.refused = refused;
            this.withoutLock = withoutLock;
            this.lost = lost;
            this.failed = failed;
        }

        void add(Line other) {
            nanos.add(other.nanos);
            refused += other.refused;
            withoutLock += other.withoutLock;
            lost += other.lost;
            failed += other.failed;
        }

        /** How long each took that was done. */
        Histogram nanos() {
            return nanos;
        }

        long done() {
            return nanos.getTotalCount();
        }

        /** The money was not there. */
        long refused() {
            return refused;
        }

        /** The lock was not to be had in time. */
        long withoutLock() {
            return withoutLock;
        }

        /** The lock was lost before the write, which was refused. */
        long lost() {
            return lost;
        }

        /** The store or the lock provider failed. It may have been done all the same. */
        long failed() {
            return failed;
        }

        /** How long one took that was done, in microseconds. */
        double micros(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1_000.0;
        }
    }
}
