package dev.lockproof.redis;

import dev.lockproof.spi.LockProvider;
import dev.lockproof.testservers.RedisCluster;
import dev.lockproof.testservers.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Servers of the tests, and how a provider connects to them. To be closed. */
record Servers(List<RedisServer> servers, Supplier<LockProvider> connecting, Runnable closing)
        implements AutoCloseable {

    static Servers shared() {
        return one(RedisServer.shared());
    }

    static Servers sharedOld() {
        return one(RedisServer.sharedOld());
    }

    private static Servers one(RedisServer server) {
        return new Servers(List.of(server), () -> RedisLockProvider.of(server.uri()), () -> {});
    }

    static Servers cluster() {
        return cluster(RedisCluster.start(RedisServer.Version.NEW));
    }

    static Servers oldCluster() {
        return cluster(RedisCluster.start(RedisServer.Version.OLD));
    }

    private static Servers cluster(RedisCluster cluster) {
        List<RedisServer> servers = cluster.servers();
        return new Servers(
                servers,
                () -> RedisLockProvider.ofCluster(
                        servers.get(0).uri(), servers.get(1).uri()),
                cluster::close);
    }

    /**
     * Starts servers that know nothing of each other.
     *
     * @param timeout how long one of them may take to answer
     */
    static Servers independent(int count, Duration timeout) {
        List<RedisServer> servers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            servers.add(RedisServer.start(RedisServer.Version.NEW));
        }
        List<String> uris = servers.stream().map(RedisServer::uri).toList();
        return new Servers(
                servers,
                () -> RedlockProvider.builder(
                                uris.get(0),
                                uris.get(1),
                                uris.get(2),
                                uris.subList(3, count).toArray(String[]::new))
                        .serverTimeout(timeout)
                        .build(),
                () -> servers.forEach(RedisServer::close));
    }

    LockProvider connect() {
        return connecting.get();
    }

    @Override
    public void close() {
        closing.run();
    }
}
