package dev.lockproof.benchmarks.postgres;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.Settings;
import dev.lockproof.benchmarks.network.Backend;
import dev.lockproof.benchmarks.network.NetworkBenchmark;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs the network benchmarks on PostgreSQL servers of its own. */
public final class PostgresBenchmark {

    private PostgresBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code fsync}, where each value is a server; {@code pool}, the connections of a client; and those of
     *     {@link NetworkBenchmark#run}
     * @throws InterruptedException if interrupted
     * @throws ExecutionException if a library failed
     */
    @AcquiresLock
    public static void run(Settings settings) throws InterruptedException, ExecutionException {
        List<String> fsync = settings.texts("fsync");
        for (String value : fsync.isEmpty() ? List.of("on", "off") : fsync) {
            try (Backend backend = PostgresBackend.start(value, settings.number("pool", 20))) {
                NetworkBenchmark.run(settings, backend);
            }
        }
    }
}
