package dev.lockproof.benchmarks.redis;

import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.benchmarks.Settings;
import dev.lockproof.benchmarks.network.Backend;
import dev.lockproof.benchmarks.network.NetworkBenchmark;
import java.util.concurrent.ExecutionException;

/** Runs the network benchmarks on a Redis server of its own. */
public final class RedisBenchmark {

    private RedisBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code pool}, the connections of a client that waits on them; and those of {@link NetworkBenchmark#run}
     * @throws InterruptedException if interrupted
     * @throws ExecutionException if a library failed
     */
    @AcquiresLock
    public static void run(Settings settings) throws InterruptedException, ExecutionException {
        try (Backend backend = RedisBackend.start(settings.number("pool", 20))) {
            NetworkBenchmark.run(settings, backend);
        }
    }
}
