package dev.lockproof.benchmarks;

import dev.lockproof.benchmarks.compile.CompileTime;
import dev.lockproof.benchmarks.locks.AcquireTime;
import dev.lockproof.benchmarks.locks.Fairness;
import dev.lockproof.benchmarks.locks.RetainedMemory;
import dev.lockproof.benchmarks.locks.WakeUp;
import dev.lockproof.benchmarks.postgres.PostgresBenchmark;
import dev.lockproof.benchmarks.redis.FaultTimes;
import dev.lockproof.benchmarks.redis.RedisBenchmark;
import java.util.Arrays;

/** Runs one of the benchmarks and prints its tables. */
public final class Main {

    private static final String USAGE = """
            java -jar benchmarks.jar BENCHMARK [SETTING=VALUE]...

              acquire   time and allocation of acquire + release   rounds=3 threads=1,8,64 contenders=16
              wake-up   from a release to the waiter's first step  rounds=7 handoffs=2000
              fairness  how evenly threads share one lock          rounds=5 threads=16 millis=500
              memory    bytes kept per released key                rounds=3 keys=1000000
              compile   javac with processor, rules and checker    rounds=3 sizes=10,100,1000
                        and other people's sources                 sources=x-sources.jar,… release=
              postgres  locks in PostgreSQL servers of its own     rounds=3 fsync=on,off pool=20
                          scenarios=uncontended,working,section,wakeup,clients,threads,distinct
                          acquisitions=1000 handoffs=50 clients=4 threads=16 loners=64 millis=2000
              redis     locks in a Redis server of its own           rounds=3 pool=20
                          scenarios=uncontended,working,wakeup,clients,threads,distinct
                          the rest as for postgres
              redis-faults  how long who waits still waits           rounds=7
                          after something broke

            The values shown are the defaults. Every benchmark measures all its subjects in turn, once per round.
            """;

    private Main() {}

    /**
     * Runs a benchmark.
     *
     * @param args its name and its settings
     * @throws Exception if it fails
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.print(USAGE);
            System.exit(2);
        }
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // nobody here logs
        Settings settings = Settings.parse(Arrays.asList(args).subList(1, args.length));
        System.out.println(machine());
        switch (args[0]) {
            case "acquire" -> AcquireTime.run(settings);
            case "wake-up" -> WakeUp.run(settings);
            case "fairness" -> Fairness.run(settings);
            case "memory" -> RetainedMemory.run(settings);
            case "postgres" -> PostgresBenchmark.run(settings);
            case "redis" -> RedisBenchmark.run(settings);
            case "redis-faults" -> FaultTimes.run(settings);
            case "compile" -> CompileTime.run(settings);
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static String machine() {
        return "%s %s, %d processors, JDK %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }
}
