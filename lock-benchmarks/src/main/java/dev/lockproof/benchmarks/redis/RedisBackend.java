package dev.lockproof.benchmarks.redis;

import dev.lockproof.benchmarks.network.Backend;
import dev.lockproof.benchmarks.network.Counter;
import dev.lockproof.benchmarks.network.Library;
import dev.lockproof.benchmarks.network.Scenario;
import dev.lockproof.testservers.RedisServer;
import java.util.List;
import java.util.Optional;

/** A Redis server that keeps nothing on disk. */
final class RedisBackend implements Backend {

    private final RedisServer server;
    private final RedisLibraries libraries;

    private RedisBackend(RedisServer server, RedisLibraries libraries) {
        this.server = server;
        this.libraries = libraries;
    }

    static RedisBackend start(int poolSize) {
        RedisServer server = RedisServer.start(RedisServer.Version.NEW, "--appendonly", "no");
        return new RedisBackend(server, new RedisLibraries(server.port(), poolSize));
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public List<Library> libraries(Scenario scenario) {
        return switch (scenario) {
            case UNCONTENDED, WORKING, DISTINCT -> libraries.all();
            case SECTION -> List.of();
            case WAKEUP, CLIENTS, THREADS -> libraries.waiting();
        };
    }

    @Override
    public Counter requests() {
        return new CommandCount();
    }

    /** Not known: clients send and hear on threads of their own. */
    @Override
    public Optional<Counter> answersAwaited() {
        return Optional.empty();
    }

    @Override
    public void close() {
        server.close();
    }
}
