package dev.lockproof.benchmarks.redis;

import dev.lockproof.benchmarks.network.Backend;
import dev.lockproof.benchmarks.network.Counter;
import dev.lockproof.benchmarks.network.Library;
import dev.lockproof.benchmarks.network.Scenario;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import redis.embedded.RedisServer;

/** A Redis server that keeps nothing on disk. */
final class RedisBackend implements Backend {

    private final RedisServer server;
    private final RedisLibraries libraries;

    private RedisBackend(RedisServer server, RedisLibraries libraries) {
        this.server = server;
        this.libraries = libraries;
    }

    static RedisBackend start(int poolSize) throws IOException {
        int port = freePort();
        RedisServer server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        return new RedisBackend(server, new RedisLibraries(port, poolSize));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public List<Library> libraries(Scenario scenario) {
        return switch (scenario) {
            case UNCONTENDED, DISTINCT -> libraries.all();
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
        server.stop();
    }
}
