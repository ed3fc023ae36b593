package dev.lockproof.benchmarks.network;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Runs the scenarios on a server, one after the other: in every round each library once. */
public final class NetworkBenchmark {

    private NetworkBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code rounds}, {@code scenarios}, and those of the scenarios: {@code acquisitions} by one thread,
     *     {@code handoffs} between two clients, {@code millis} that {@code threads} of {@code clients}
     *     compete, or {@code loners} go on by themselves
     * @param backend the server
     * @throws InterruptedException if interrupted
     * @throws ExecutionException if a library failed
     */
    @AcquiresLock
    public static void run(Settings settings, Backend backend) throws InterruptedException, ExecutionException {
        int rounds = settings.number("rounds", 3);
        for (Scenario scenario : scenarios(settings)) {
            if (backend.libraries(scenario).isEmpty()) {
                continue;
            }
            Measurement warmUp = scenario.warmUp(backend, settings);
            Measurement measurement = scenario.begin(backend, settings);
            for (int round = 0; round <= rounds; round++) {
                for (Library library : backend.libraries(scenario)) {
                    System.err.printf(
                            "%s, %s, round %d of %d: %s%n",
                            backend.name(), name(scenario), round, rounds, library.label());
                    (round == 0 ? warmUp : measurement).measure(library);
                }
            }
            measurement.print();
        }
    }

    private static List<Scenario> scenarios(Settings settings) {
        List<String> names = settings.texts("scenarios");
        return names.isEmpty()
                ? Arrays.asList(Scenario.values())
                : names.stream().map(NetworkBenchmark::scenario).toList();
    }

    private static Scenario scenario(String name) {
        return Scenario.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String name(Scenario scenario) {
        return scenario.name().toLowerCase(Locale.ROOT);
    }
}
