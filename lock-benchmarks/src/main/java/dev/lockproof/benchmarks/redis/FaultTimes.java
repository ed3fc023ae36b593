package dev.lockproof.benchmarks.redis;

import dev.lockproof.benchmarks.Settings;
import dev.lockproof.benchmarks.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Measures how long a process still waits for a lock after something broke. */
public final class FaultTimes {

    private FaultTimes() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code rounds}
     * @throws InterruptedException if interrupted
     * @throws ExecutionException if the waiter failed
     * @throws TimeoutException if the waiter did not get the lock within a minute
     */
    public static void run(Settings settings) throws InterruptedException, ExecutionException, TimeoutException {
        Map<Fault, List<Double>> millis = new LinkedHashMap<>();
        measure(Fault.NONE); // what is slow the first time is not the fault's
        for (int round = 0; round < settings.number("rounds", 7); round++) {
            for (Fault fault : Fault.ALL) {
                millis.computeIfAbsent(fault, first -> new ArrayList<>()).add(measure(fault));
            }
        }
        System.out.println("| what breaks | from | ms until the waiter has the lock |");
        System.out.println("|---|---|---|");
        millis.forEach((fault, measured) ->
                System.out.println("| " + fault.what() + " | " + fault.since() + " | " + Spread.of(measured) + " |"));
    }

    private static double measure(Fault fault) throws InterruptedException, ExecutionException, TimeoutException {
        try (FaultScene scene = fault.open()) {
            long from = fault.strike(scene);
            return (scene.grantedAt() - from) / 1e6;
        }
    }
}
