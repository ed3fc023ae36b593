package dev.lockproof.samples.smallbank;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;

/** Prints the final table and whether the invariant held. */
record Report(PrintWriter out) {

    void print(Outcome outcome) {
        line("");
        line(
                "%-16s %7s %12s %10s %8s %6s %7s %10s %10s",
                "procedure", "weight", "done", "refused", "no lock", "lost", "failed", "p50 us", "p99 us");
        for (Procedure procedure : Procedure.values()) {
            Tally.Line numbers = outcome.tally().line(procedure);
            line(
                    "%-16s %6d%% %,12d %,10d %,8d %,6d %,7d %,10.1f %,10.1f",
                    procedure.title(),
                    procedure.percent(),
                    numbers.done(),
                    numbers.refused(),
                    numbers.withoutLock(),
                    numbers.lost(),
                    numbers.failed(),
                    numbers.micros(50),
                    numbers.micros(99));
        }
        line("");
        line("money at the start            %22s", money(outcome.before()));
        line("reported as done changes it by %21s", money(outcome.change()));
        line("so there must be              %22s", money(outcome.expected()));
        line("and there is                  %22s", money(outcome.after()));
        line("");
        line("%s", verdict(outcome));
        out.flush();
    }

    private static String verdict(Outcome outcome) {
        long off = outcome.after() - outcome.expected();
        if (outcome.holds()) {
            return "The invariant holds: every cent is there.";
        }
        return "THE INVARIANT IS BROKEN: " + money(Math.abs(off)) + (off < 0 ? " was lost." : " came from nowhere.");
    }

    private static String money(long cents) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(cents, 2));
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
