package dev.lockproof.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
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
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a server or a cluster is reached: one connection for commands, and one for subscriptions. */
abstract class Backend implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.lockproof.redis");

    /** A cluster whose servers have changed places is noticed by their answers, or after this. */
    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(30);

    /** Who waits gives up by itself, and what nobody waits for, such as a release, is to arrive whenever it can. */
    private static final TimeoutOptions NO_EXPIRY =
            TimeoutOptions.builder().timeoutCommands(false).build();

    /** What Lettuce reads a timeout from. */
    private static final Pattern TIMEOUT = Pattern.compile("(?:^|[&;])timeout=([^&;]*)", Pattern.CASE_INSENSITIVE);

    /** What it reads as one. It takes anything else for none, or for milliseconds. */
    private static final Pattern TIME = Pattern.compile("\\d+(?:ns|us|ms|s|m|h|d)?");

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
                return Map.of(nameOf(uri), connection.async());
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
                        String name = nameOf(node.getUri());
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
            return connecting.get();
        } catch (RuntimeException e) {
            shutdown.run();
            throw e;
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

    /** Reads a URI, and shows nothing of one that can't be read: it may have a password in it. */
    @SuppressWarnings("UnusedException") // its message has the whole URI
    static RedisURI parse(String uri) {
        try {
            return RedisURI.create(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This is no URI of a Redis. Give it as redis://user:password@host:port,"
                    + " rediss://… for TLS, or redis-sentinel://host1,host2/0#primary; and write what is special in user or"
                    + " password in per cent, such as %40 for @");
        }
    }

    /** Gives how long the server may take to answer as a URI says, or null if it doesn't. */
    static @Nullable Duration timeoutIn(String uri) {
        RedisURI parsed = parse(uri);
        String query = URI.create(uri).getQuery();
        Matcher written = TIMEOUT.matcher(query == null ? "" : query);
        if (!written.find()) {
            return timeoutOf(parsed);
        }
        if (!TIME.matcher(written.group(1)).matches()) {
            throw new IllegalArgumentException(
                    "The timeout '" + written.group(1) + "' of the URI of a Redis is no time:"
                            + " write a number and ns, us, ms, s, m, h or d, such as timeout=2s");
        }
        return parsed.getTimeout();
    }

    /** The same of one that was read: what all have at first can't be told from what was set. */
    static @Nullable Duration timeoutOf(RedisURI uri) {
        Duration timeout = uri.getTimeout();
        return timeout.equals(RedisURI.DEFAULT_TIMEOUT_DURATION) ? null : timeout;
    }

    /** Gives the same addresses, to be connected to within a time. */
    static List<RedisURI> within(Duration timeout, List<RedisURI> uris) {
        return uris.stream().map(uri -> within(timeout, uri)).toList();
    }

    /** Gives the same address, to be connected to within a time. */
    static RedisURI within(Duration timeout, RedisURI uri) {
        RedisURI copy = new CopyOfUri(uri);
        copy.setTimeout(timeout);
        copy.getSentinels().forEach(sentinel -> sentinel.setTimeout(timeout));
        return copy;
    }

    /** A copy with all that the URI has. One of its builder has no Sentinels. */
    private static final class CopyOfUri extends RedisURI {

        private static final long serialVersionUID = 1;

        CopyOfUri(RedisURI uri) {
            super(uri);
        }
    }

    /** Names a server without user and password. */
    static String nameOf(RedisURI uri) {
        if (!uri.getSentinels().isEmpty()) {
            return "the primary " + uri.getSentinelMasterId() + " of the Sentinels";
        }
        return uri.getSocket() != null
                ? "Redis at " + uri.getSocket()
                : "Redis at " + uri.getHost() + ":" + uri.getPort();
    }
}
