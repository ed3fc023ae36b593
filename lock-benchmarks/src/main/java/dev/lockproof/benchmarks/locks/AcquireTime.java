package dev.lockproof.benchmarks.locks;

import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link AcquireRelease}: in every round each subject once, in a JVM of its own. */
public final class AcquireTime {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** On a busy machine, a compiler in the background may not get to the code before the measurement. */
    private static final String WARM_UP_WHATEVER_THE_LOAD = "-XX:-BackgroundCompilation";

    private AcquireTime() {}

    /**
     * Measures time and allocation.
     *
     * @param settings {@code rounds}, {@code threads} without contention, {@code contenders} on one key
     * @throws RunnerException if JMH fails
     */
    public static void run(Settings settings) throws RunnerException {
        List<Case> cases = new ArrayList<>();
        settings.numbers("threads", "1,8,64").forEach(threads -> cases.add(Case.uncontended(threads)));
        settings.numbers("contenders", "16").forEach(threads -> cases.add(Case.contended(threads)));
        int rounds = settings.number("rounds", 3);
        for (int round = 1; round <= rounds; round++) {
            for (Case each : cases) {
                System.err.printf("round %d of %d: %s%n", round, rounds, each.title());
                each.measure();
            }
        }
        cases.forEach(Case::print);
    }

    /**
     * One method of the benchmark under one number of threads.
     *
     * @param acquisitions how many there are in one call of the method
     * @param nanos picks the time of a call from what was measured
     */
    private record Case(
            String method,
            int threads,
            int acquisitions,
            ToDoubleFunction<Statistics> nanos,
            Comparison time,
            Comparison allocation) {

        private Case(
                String method, int threads, int acquisitions, ToDoubleFunction<Statistics> nanos, String unitOfTime) {
            this(
                    method,
                    threads,
                    acquisitions,
                    nanos,
                    new Comparison(title(method, threads) + ", time", unitOfTime),
                    new Comparison(title(method, threads) + ", allocation", "bytes an acquisition"));
        }

        static Case uncontended(int threads) {
            return new Case(
                    "uncontended",
                    threads,
                    AcquireRelease.OwnLocks.AT_ONCE,
                    times -> times.getPercentile(50),
                    "ns an acquisition, while the thread runs");
        }

        /** The best iteration is the one that other programs on the machine disturbed least. */
        static Case contended(int threads) {
            return new Case(
                    "contended",
                    threads,
                    1,
                    throughputs -> 1 / throughputs.getMax(),
                    "ns an acquisition, all threads together");
        }

        String title() {
            return title(method, threads);
        }

        void measure() throws RunnerException {
            for (RunResult result : new Runner(options()).run()) {
                String subject =
                        Subject.valueOf(result.getParams().getParam("subject")).label();
                time.add(subject, nanos.applyAsDouble(result.getPrimaryResult().getStatistics()) / acquisitions);
                Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
                if (bytes != null) {
                    allocation.add(subject, bytes.getScore() / acquisitions);
                }
            }
        }

        void print() {
            time.printWithRatios();
            allocation.print();
        }

        private Options options() {
            return new OptionsBuilder()
                    .include("\\b" + AcquireRelease.class.getSimpleName() + "\\." + method + "$")
                    .threads(threads)
                    .forks(1)
                    .jvmArgsAppend("-Dslf4j.internal.verbosity=ERROR", WARM_UP_WHATEVER_THE_LOAD)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.milliseconds(500))
                    .measurementIterations(8)
                    .measurementTime(TimeValue.milliseconds(100))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build();
        }

        private static String title(String method, int threads) {
            return "%s, %d %s".formatted(method, threads, threads == 1 ? "thread" : "threads");
        }
    }
}
