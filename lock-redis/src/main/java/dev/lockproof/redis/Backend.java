package dev.lockproof.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** How a server or a cluster is reached: one connection for commands, and one for subscriptions. */
abstract class Backend implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    /** A cluster whose servers have changed places is noticed by their answers, or after this. */
    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(30);

    /** Who waits gives up by itself, and what nobody waits for, such as a release, is to arrive whenever it can. */
    private static final TimeoutOptions NO_EXPIRY =
            TimeoutOptions.builder().timeoutCommands(false).build();

    private static final int ATTEMPTS = 3;

    private final Runnable shutdown;

    private Backend(Runnable shutdown) {
        this.shutdown = shutdown;
    }

    /** Gives what calls of the script are sent by. */
    abstract Outbox outbox();

    /** Begins to open the connection for subscriptions. */
    abstract CompletableFuture<StatefulRedisPubSubConnection<String, String>> connectPubSub();

    /** Whether each key is on one of several servers. */
    abstract boolean isCluster();

    /**
     * Gives access to each server that has keys, by its name. Some of a cluster may be away.
     *
     * @throws RedisException if none of them can be reached
     */
    abstract Map<String, RedisAsyncCommands<String, String>> servers();

    abstract void disconnect();

    @Override
    public void close() {
        disconnect();
        shutdown.run();
    }

    /**
     * Connects to a server, or to the primary that Sentinels know.
     *
     * @param isOurs whether the client is to be shut down in the end
     */
    static Backend connect(RedisClient client, RedisURI uri, boolean isOurs) {
        Runnable shutdown = isOurs ? client::shutdown : () -> {};
        StatefulRedisConnection<String, String> connection = orShutDown(() -> client.connect(uri), shutdown);
        return new Backend(shutdown) {
            @Override
            Outbox outbox() {
                return new Outbox(connection, true);
            }

            @Override
            CompletableFuture<StatefulRedisPubSubConnection<String, String>> connectPubSub() {
                return client.connectPubSubAsync(StringCodec.UTF8, uri).toCompletableFuture();
            }

            @Override
            boolean isCluster() {
                return false;
            }

            @Override
            Map<String, RedisAsyncCommands<String, String>> servers() {
                return Map.of(Uris.nameOf(uri), connection.async());
            }

            @Override
            void disconnect() {
                connection.close();
            }
        };
    }

    /** Connects to a cluster. */
    static Backend connect(RedisClusterClient client, boolean isOurs) {
        Runnable shutdown = isOurs ? client::shutdown : () -> {};
        StatefulRedisClusterConnection<String, String> connection = orShutDown(client::connect, shutdown);
        return new Backend(shutdown) {
            @Override
            Outbox outbox() {
                return new Outbox(connection, false);
            }

            @Override
            CompletableFuture<StatefulRedisPubSubConnection<String, String>> connectPubSub() {
                return client.connectPubSubAsync(StringCodec.UTF8).thenApply(open -> {
                    open.setNodeMessagePropagation(true);
                    return open;
                });
            }

            @Override
            boolean isCluster() {
                return true;
            }

            @Override
            Map<String, RedisAsyncCommands<String, String>> servers() {
                Map<String, RedisAsyncCommands<String, String>> servers = new LinkedHashMap<>();
                RedisException failure = null;
                for (RedisClusterNode node : connection.getPartitions()) {
                    if (node.is(RedisClusterNode.NodeFlag.UPSTREAM) && !node.hasNoSlots()) { // as a former one has none
                        String name = Uris.nameOf(node.getUri());
                        try {
                            servers.put(
                                    name,
                                    connection.getConnection(node.getNodeId()).async());
                        } catch (RedisException e) {
                            failure = e;
                            tellOf(name, e);
                        }
                    }
                }
                if (servers.isEmpty() && failure != null) {
                    throw failure;
                }
                return servers;
            }

            @Override
            void disconnect() {
                connection.close();
            }
        };
    }

    private static void tellOf(String server, RedisException failure) {
        LOG.log(
                Level.WARNING,
                server
                        + ", one of the cluster, can't be reached, so its locks can't be had now, and nobody knows whether it"
                        + " may throw locks away: see whether it runs, and that its maxmemory-policy is noeviction",
                failure);
    }

    private static <C> C orShutDown(Supplier<C> connecting, Runnable shutdown) {
        try {
            return explained(connecting);
        } catch (RuntimeException e) {
            shutdown.run();
            throw e;
        }
    }

    /**
     * Connects. A server that refuses who connects says why and hangs up; where Lettuce hears that too early, it knows no longer
     * whom it talked to, nor why that ended, so it is to try again.
     */
    static <C> C explained(Supplier<C> connecting) {
        for (int left = ATTEMPTS - 1; ; left--) {
            try {
                return connecting.get();
            } catch (RedisConnectionException e) {
                if (left == 0 || !Failures.isUnexplained(e)) {
                    throw e;
                }
            }
        }
    }

    static RedisClient newClient(Duration timeout) {
        RedisClient client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .timeoutOptions(NO_EXPIRY)
                .socketOptions(socketOptions(timeout))
                .sslOptions(sslOptions(timeout))
                .build());
        return client;
    }

    static RedisClusterClient newClusterClient(Iterable<RedisURI> seeds, Duration timeout) {
        RedisClusterClient client = RedisClusterClient.create(seeds);
        client.setOptions(ClusterClientOptions.builder()
                .timeoutOptions(NO_EXPIRY)
                .socketOptions(socketOptions(timeout))
                .sslOptions(sslOptions(timeout))
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                        .build())
                .build());
        return client;
    }

    /** A connection over which nothing comes must not be taken for a healthy one for ever. */
    private static SocketOptions socketOptions(Duration timeout) {
        return SocketOptions.builder()
                .connectTimeout(timeout)
                .keepAlive(KeepAliveOptions.builder()
                        .enable()
                        .idle(Duration.ofSeconds(10))
                        .interval(Duration.ofSeconds(5))
                        .count(3)
                        .build())
                .build();
    }

    private static SslOptions sslOptions(Duration timeout) {
        return SslOptions.builder().handshakeTimeout(timeout).build();
    }
}
